import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether the address is an ordinary host's on the public internet. Private, loopback, link-local (the metadata services
 * of clouds), shared, multicast and reserved ones are not, and no IPv6 address is that holds an IPv4 address, by which
 * the check could be led around (mapped, compatible, translated, 6to4, Teredo). One of NAT64 is what it leads to.
 */
export function isPublicAddress(text: string): boolean {
  const address = addressOf(text);
  if (address === undefined || innerAddresses.has(address.toString())) return false;
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || isAssigned(address.toByteArray());
}

/**
 * Whether a resolver made the address up, to learn of the connection and make it by itself: Clash, sing-box and others take
 * them from 198.18.0.0/15, which is kept for measurements (RFC 2544) and leads nowhere.
 */
export function isFakeAddress(text: string): boolean {
  const address = addressOf(text);
  return address?.kind() === 'ipv4' && address.match(ipaddr.parseCIDR('198.18.0.0/15'));
}

/** Where only IPv6 is, a resolver gives hosts of IPv4 an address with theirs in its end (RFC 6052, 2.1). */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

function addressOf(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (isIP(text) === 0) return undefined;
  const address = ipaddr.parse(text);
  const isInner = address instanceof ipaddr.IPv6 && address.match(nat64);
  return isInner ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

/** Answers to machines inside Azure alone, with their settings: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const innerAddresses: ReadonlySet<string> = new Set(['168.63.129.16']);

/** Only 2000::/3 is given to hosts so far: https://www.iana.org/assignments/ipv6-address-space */
function isAssigned([first = 0]: readonly number[]): boolean {
  return first >> 5 === 0b001;
}

/** Whether the name or address is of this machine, and of nobody else. */
export function isLoopback(name: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(name);
}
