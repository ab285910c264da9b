import type { MiddlewareHandler } from 'hono';
import type { Config } from '../../contract/config.ts';
import { modeParameter, requestHeaders } from '../../contract/requestHeaders.ts';
import { HttpError } from '../httpError.ts';

/**
 * A page that counts on the sandbox must not spend money once the server was started with a key, and one that counts on the
 * service must not take the sandbox's word for its tasks. Programs, which tell no mode, know what they call.
 */
export function requireSameMode(mode: Config['mode']): MiddlewareHandler {
  return async (c, next) => {
    const expected = c.req.header(requestHeaders.mode) ?? c.req.query(modeParameter);
    if (expected !== undefined && expected !== mode) {
      const now = mode === 'live' ? 'with a key' : 'as the sandbox';
      const message = `The server was started again, ${now}. Nothing was sent and nothing was charged; reload the page.`;
      throw new HttpError(409, 'server_changed', message, { isFree: true });
    }
    await next();
  };
}
