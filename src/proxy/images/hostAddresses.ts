import { isIP } from 'node:net';
import { isPublicAddress } from '../http/addresses.ts';
import type { Resolve } from '../http/nameLookup.ts';
import { ImageError } from './imageError.ts';

/**
 * The addresses at which a URL's host may be connected to: all that it has, and none if one of them is not public. They
 * are to be used as they are. Whoever asks for the name a second time may get another answer (DNS rebinding).
 */
export async function publicAddresses(url: URL, resolve: Resolve): Promise<readonly string[]> {
  const addresses = await hostAddresses(url, resolve).catch(() => []);
  if (addresses.length > 0 && addresses.every(isPublicAddress)) return addresses;
  // One sentence for both, so that nobody learns here which names exist in the network behind.
  throw new ImageError('refused', 'The link’s host has no public address.');
}

/** An address in the place of the name is an answer already, in whatever spelling: `URL` has made it the usual one. */
export async function hostAddresses({ hostname }: URL, resolve: Resolve): Promise<readonly string[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? resolve(host) : [host];
}
