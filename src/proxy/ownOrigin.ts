import type { HonoRequest, MiddlewareHandler } from 'hono';
import { isLoopback } from './loopback.ts';
import { Refusal } from './refusal.ts';

/**
 * While the server listens on loopback only, a request must name a loopback host too: a page elsewhere could point
 * its own name at 127.0.0.1 and would then count as this origin (DNS rebinding).
 */
export function requireOwnHost(boundHost: string): MiddlewareHandler {
  return async (c, next) => {
    if (isLoopback(boundHost) && !isLoopback(hostName(hostOf(c.req)))) {
      throw new Refusal(403, 'foreign_host', 'This server answers only to the name of its own machine.');
    }
    await next();
  };
}

/** Other sites' pages may neither spend credits nor read what is here. */
export const requireSameOrigin: MiddlewareHandler = async (c, next) => {
  if (!isSameOrigin(c.req)) {
    throw new Refusal(403, 'foreign_origin', 'Only the editor’s own page may use this address.');
  }
  await next();
};

/**
 * `Sec-Fetch-Site` is the browser's own verdict and cannot be set by a page; browsers without it send `Origin`.
 * Programs such as curl send neither, and are no danger: they carry nobody's session.
 */
function isSameOrigin(request: HonoRequest): boolean {
  const site = request.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.header('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}

function hostOf(request: HonoRequest): string {
  return (request.header('host') ?? new URL(request.url).host).toLowerCase();
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '');
}
