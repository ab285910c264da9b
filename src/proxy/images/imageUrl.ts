import { isLoopback } from '../http/addresses.ts';
import { ImageError } from './imageError.ts';

/** Origins of this machine that may be asked for images although their addresses are nobody else's. */
export type OwnOrigins = ReadonlySet<string>;

/** A service over plain http on this machine is a sandbox, and its uploads and results are there too. */
export function sandboxOrigins(serviceUrls: readonly string[]): OwnOrigins {
  const urls = serviceUrls.map((url) => new URL(url));
  return new Set(
    urls.filter((url) => url.protocol === 'http:' && isLoopback(url.hostname)).map((url) => url.origin),
  );
}

/**
 * The link as an address that may be asked, or an `ImageError`. `from` is the address that redirected there.
 *
 * Only https on its own port: what listens on other ports of a public address is often meant for its neighbours alone,
 * and an image's host has no need of one. The sandbox is asked only by its own links: no foreign host may lead there.
 */
export function imageUrl(link: string, own: OwnOrigins, from?: URL): URL {
  const url = URL.canParse(link, from?.href) ? new URL(link, from?.href) : undefined;
  if (url === undefined) throw new ImageError('refused', 'The link is not a web address.');
  if (`${url.username}${url.password}` !== '') {
    throw new ImageError('refused', 'The link holds a name or password, which is not sent on.');
  }
  if (own.has(url.origin) && (from === undefined || own.has(from.origin))) return url;
  if (url.protocol !== 'https:' || url.port !== '') {
    throw new ImageError('refused', 'The link is not a plain https:// address.');
  }
  return url;
}
