import type { MiddlewareHandler } from 'hono';
import { getPath } from 'hono/utils/url';

/** Where the server stands on its public host, without the slash that ends it: empty where it has the host to itself. */
export function basePathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
}

/**
 * The path that routes, limits and the log go by. Some reverse proxies take the base path off before they hand a request on
 * and some keep it, so it is taken off here where it is there, once. None of the server's own paths begins with one:
 * `formats.ts` refuses those.
 */
export function pathBelow(basePath: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request);
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  };
}

/** Addresses in the page are relative to its own, so that has to end with the slash. */
export function addSlash(basePath: string): MiddlewareHandler {
  return async (c) => c.redirect(`${basePath}/${new URL(c.req.url).search}`);
}
