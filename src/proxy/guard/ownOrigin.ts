import type { HonoRequest, MiddlewareHandler } from 'hono';
import { isLoopback } from '../http/addresses.ts';
import { HttpError } from '../httpError.ts';

type HostValues = Readonly<{ host: string; publicUrl?: string | undefined }>;

/**
 * A page elsewhere could point its own name at this server and would then count as this origin (DNS rebinding). So a
 * request must name a loopback host or the public one; only a server that is open to the network without a public name,
 * behind its token, answers to any.
 */
export function requireOwnHost({ host, publicUrl }: HostValues): MiddlewareHandler {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const isNameless = publicHost === undefined && !isLoopback(host);
  const isOwn = (named: string) =>
    isNameless || shortestHost(named, 'https:') === publicHost || isLoopback(hostName(named));
  return async (c, next) => {
    // `GET http://name/ HTTP/1.1` names a host in its address, too, and what stands between may go by either:
    // https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
    if (!isOwn(hostOf(c.req)) || !isOwn(new URL(c.req.url).host)) {
      throw new HttpError(403, 'foreign_host', 'This server answers only to its own name.');
    }
    await next();
  };
}

/** Other sites' pages may neither spend credits nor read what is here. */
export const requireSameOrigin: MiddlewareHandler = async (c, next) => {
  if (!isSameOrigin(c.req)) {
    throw new HttpError(403, 'foreign_origin', 'Only the editor’s own page may use this address.');
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
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  return shortestHost(host, protocol) === shortestHost(hostOf(request), protocol);
}

/** Without the port that the protocol has anyway, and without the dot that may end a full name: some clients and proxies write them. */
function shortestHost(host: string, protocol: string): string {
  const [, name = '', port = ''] = /^(.*?)\.?(?::(\d+))?$/.exec(host) ?? [];
  const isDefault = port === '' || port === (protocol === 'https:' ? '443' : '80');
  return isDefault ? name : `${name}:${port}`;
}

function hostOf(request: HonoRequest): string {
  return (request.header('host') ?? new URL(request.url).host).toLowerCase();
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '');
}
