import type { ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { isPathOf, routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';

/** Seconds after which a turned-away client may try again. */
const retryAfter = '2';

/**
 * Turns a request away before anything is sent for it, once so many are under way, their answers' bodies included. Event
 * streams, which last, do next to nothing and do not count.
 */
export function limitConcurrency(requestsMax: number): MiddlewareHandler {
  let running = 0;
  return async (c, next) => {
    if (isPathOf(routes.taskEvents, c.req.path)) return next();
    if (running >= requestsMax) {
      const message = 'This server is busy. Nothing was sent and nothing was charged; try again in a moment.';
      throw new HttpError(503, 'server_busy', message, { retryAfter, isFree: true });
    }
    running += 1;
    const release = () => {
      running -= 1;
    };
    const response = outgoingOf(c);
    if (response) response.once('close', release);
    await next().finally(response ? undefined : release);
  };
}

/** Undefined where a request came by no connection, as in a test. */
function outgoingOf(c: Context): ServerResponse | undefined {
  return c.env?.outgoing;
}
