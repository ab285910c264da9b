import type { ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../httpError.ts';

/** Seconds after which a turned-away client may try again. */
const retryAfter = '2';

/**
 * Turns a request away before anything is sent for it, once so many are under way, their answers' bodies included. Event
 * streams, which last, do next to nothing and do not count.
 */
export function limitConcurrency(requestsMax: number): MiddlewareHandler {
  let underWay = 0;
  return async (c, next) => {
    if (c.req.path.endsWith('/events')) return next();
    if (underWay >= requestsMax) {
      const message = 'This server is busy. Nothing was sent and nothing was charged; try again in a moment.';
      throw new Refusal(503, 'server_busy', message, { retryAfter, isFree: true });
    }
    underWay += 1;
    const leave = () => {
      underWay -= 1;
    };
    const answer = outgoingOf(c);
    if (answer) answer.once('close', leave);
    await next().finally(answer ? undefined : leave);
  };
}

/** Undefined where a request came by no connection, as in a test. */
function outgoingOf(c: Context): ServerResponse | undefined {
  return c.env?.outgoing;
}
