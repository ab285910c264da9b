import type { MiddlewareHandler } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';

/** One line of the log, as JSON. It has no query, body, header or address that could hold a prompt, an image or a secret. */
export type LogEntry = Readonly<Record<string, string | number>>;
export type Log = (entry: LogEntry) => void;

/** One entry a request, when its answer begins. */
export function requestLog(
  log: Log,
  now: () => number,
): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (c, next) => {
    const startedAt = now();
    await next();
    // Set again, since the answer to an error starts from nothing; and in place, as `c.header` would wrap the body anew and
    // have one that breaks off end as if it were whole.
    c.res.headers.set('x-request-id', c.get('requestId'));
    log({
      time: new Date(startedAt).toISOString(),
      id: c.get('requestId'),
      method: c.req.method,
      path: withoutSecret(c.req.path),
      status: c.res.status,
      ms: Math.round(now() - startedAt),
    });
  };
}

/** A callback's address is its secret. */
function withoutSecret(path: string): string {
  return path.replace(/^(\/api\/callbacks\/).*/s, '$1:secret');
}
