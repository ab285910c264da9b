import type { ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { HttpError } from '../httpError.ts';

/** Seconds after which a turned-away client may try again. */
const retryAfter = '2';

/**
 * Turns a request away before anything is sent for it, once so many are under way, their answers' bodies included. An answer
 * that turns out to be an event stream lasts and does next to nothing, so it counts no longer: those have a bound of their own.
 */
export function limitConcurrency(requestsMax: number): MiddlewareHandler {
  let running = 0;
  return async (c, next) => {
    if (running >= requestsMax) {
      const message = 'This server is busy. Nothing was sent and nothing was charged; try again in a moment.';
      throw new HttpError(503, 'server_busy', message, { retryAfter, isFree: true });
    }
    running += 1;
    let isCounted = true;
    const release = () => {
      if (isCounted) running -= 1;
      isCounted = false;
    };
    const response = outgoingOf(c);
    if (response) response.once('close', release);
    await next().finally(response ? undefined : release);
    if (isEventStream(c.res)) release();
  };
}

function isEventStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

/** Undefined where a request came by no connection, as in a test. */
function outgoingOf(c: Context): ServerResponse | undefined {
  return c.env?.outgoing;
}
