import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether the address is an ordinary host's on the public internet. Private, loopback, link-local (the metadata services
 * of clouds), shared, multicast and reserved ones are not, and no IPv6 address is that holds an IPv4 address, by which
 * the check could be led around (mapped, compatible, translated, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || innerAddresses.has(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || isAssigned(address.toByteArray());
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
