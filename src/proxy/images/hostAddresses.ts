import { isIP } from 'node:net';
import { isFakeAddress, isPublicAddress } from '../http/addresses.ts';
import { withTimeout } from '../http/deadline.ts';
import type { Resolve } from '../http/nameLookup.ts';
import { ImageError } from './imageError.ts';

/** Whether the host's addresses may be ones that the network's resolver made up: isFakeAddress. */
export type TrustsHost = (hostname: string) => boolean;

/**
 * The addresses at which a URL's host may be connected to: all that it has, and none if one of them is not public. They
 * are to be used as they are. Whoever asks for the name a second time may get another answer (DNS rebinding).
 */
export async function publicAddresses(
  url: URL,
  resolve: Resolve,
  trustsHost: TrustsHost,
): Promise<readonly string[]> {
  const addresses = await hostAddresses(url, resolve).catch(() => []);
  const usable = usableAddresses(addresses, trustsHost(url.hostname));
  if (usable.length === 0) throw notPublic();
  return usable;
}

/** Of a trusted host those that may be taken. A resolver that makes up IPv4 addresses may make up private IPv6 ones beside them. */
function usableAddresses(addresses: readonly string[], isTrusted: boolean): readonly string[] {
  if (isTrusted) return addresses.filter((each) => isPublicAddress(each) || isFakeAddress(each));
  return addresses.every(isPublicAddress) ? addresses : [];
}

/** Where the network has a DNS only for itself, it is often silent about the world. In milliseconds. */
const innerDnsMs = 2000;

/**
 * Throws where a web proxy is not to be asked for the URL's host. The proxy resolves the name anew, and by itself, so what is
 * checked is what can be: addresses, names that mean something only inside, and what the name means here, where it means
 * anything. Beyond that the proxy decides what may be reached; and TLS, spoken with the host through it, has nothing inside
 * pass for a name that is public.
 */
export async function refuseInnerHost(url: URL, resolve: Resolve, trustsHost: TrustsHost): Promise<void> {
  if (isInnerName(url.hostname)) throw notPublic();
  const addresses = await withTimeout(hostAddresses(url, resolve), innerDnsMs).catch(() => []);
  const usable = usableAddresses(addresses, trustsHost(url.hostname));
  if (usable.length === 0 && addresses.length > 0) throw notPublic();
}

/** Without a dot, or under a domain that is nobody's on the internet: RFC 6761, 6762 (appendix G) and 8375, and what ICANN keeps for inside. */
function isInnerName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return false;
  return (
    !name.includes('.') ||
    /\.(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/.test(name)
  );
}

/** One sentence for all, so that nobody learns here which names exist in the network behind. */
function notPublic(): ImageError {
  return new ImageError('refused', 'The link’s host has no public address.');
}

/** An address in the place of the name is an answer already, in whatever spelling: `URL` has made it the usual one. */
export async function hostAddresses({ hostname }: URL, resolve: Resolve): Promise<readonly string[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? resolve(host) : [host];
}
