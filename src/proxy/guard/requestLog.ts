import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';
import { routes } from '../../contract/routes.ts';

/** One line of the log, as JSON. It has no query, body, header or address that could hold a prompt, an image or a secret. */
export type LogEntry = Readonly<Record<string, string | number>>;
export type Log = (entry: LogEntry) => void;

/** Of no path of ours. Whoever sends longer ones shall not have them searched for secrets, and written. */
const pathLengthMax = 2000;

/** One entry a request, when its answer is out or broken off. */
export function requestLog(
  log: Log,
  now: () => number,
): MiddlewareHandler<{ Bindings: Partial<HttpBindings>; Variables: RequestIdVariables }> {
  return async (c, next) => {
    const startedAt = now();
    // The answer lets go of it when it ends.
    const connection = c.env?.incoming?.socket;
    await next();
    // Set again, since the answer to an error starts from nothing; and in place, as `c.header` would wrap the body anew and
    // have one that breaks off end as if it were whole.
    c.res.headers.set('x-request-id', c.get('requestId'));
    const entry = () => ({
      time: new Date(startedAt).toISOString(),
      id: c.get('requestId'),
      method: c.req.method,
      path: withoutSecret(c.req.path).slice(0, pathLengthMax),
      status: c.res.status,
      ms: Math.round(now() - startedAt),
    });
    const answer = c.env?.outgoing;
    // A client that left early has closed it before.
    if (answer === undefined || answer.destroyed) log(entry());
    else answer.once('close', () => log({ ...entry(), ...transferOf(answer, connection) }));
  };
}

/** A connection carries one answer, so what went out on it is the answer's, its head included. */
function transferOf(answer: ServerResponse, connection: Socket | undefined): LogEntry {
  const bytes = connection?.bytesWritten ?? 0;
  return answer.errored ? { bytes, outcome: 'broken off' } : { bytes };
}

/** A callback's address is its secret, whatever follows it. */
function withoutSecret(path: string): string {
  const start = routes.callback.replace(':secret', '');
  return path.startsWith(start) ? routes.callback : path;
}
