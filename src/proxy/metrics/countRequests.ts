import type { MiddlewareHandler } from 'hono';
import { replayHeader } from '../../contract/requestHeaders.ts';
import { isPathOf, routes } from '../../contract/routes.ts';
import type { Metrics } from './metrics.ts';

/** Counts every request, and of creates those that did not get as far as the service. */
export function countRequests(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { method, path } = c.req;
    metrics.countRequest(knownMethods.has(method) ? method : 'other', routeOf(path), c.res.status);
    if (method !== 'POST' || path !== routes.generations) return;
    const replay = c.res.headers.get(replayHeader);
    if (replay === 'true') metrics.countCreate('replayed');
    else if (replay === null) metrics.countCreate('not_sent');
  };
}

const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** The pattern, since a path may hold an id or a secret, and anybody can make up more of them. */
function routeOf(path: string): string {
  const known = Object.values(routes).find((pattern) => isPathOf(pattern, path));
  return known ?? (path.startsWith('/api') ? 'unknown' : 'static');
}
