import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

/** How many reverse proxies stand before this server, or the addresses that are theirs, as CIDR ranges. */
export type TrustedProxies = number | readonly string[];

/** What a request counts for. */
export type Client = Readonly<{
  /** The address, or of IPv6 the first 64 bits: one client has all addresses that begin so, and would count as another with each. */
  network: string;
  /** Of IPv6 the first 48 bits: a client may be given as much, and with it 65,536 networks: https://www.rfc-editor.org/rfc/rfc6177 */
  site?: string;
}>;

/**
 * Who a request came from: the one who connects, or, where that is a trusted reverse proxy, whom it names last in
 * `X-Forwarded-For`, and so on to the first who is not trusted. What stands before may be made up by the client. `Forwarded`
 * is not read: a reverse proxy that sets the one header passes a client's own other one on.
 */
export function createClientOf(trustedProxies: TrustedProxies): (c: Context) => Client {
  const isTrusted = trustOf(trustedProxies);
  return (c) => {
    const hops = c.req.header('x-forwarded-for')?.split(',').reverse() ?? [];
    let address = connectedAddress(c);
    // Whoever handed on what is no address is as far as one can see.
    for (const [index, hop] of hops.entries()) {
      const named = isTrusted(address, index) ? addressOf(hop) : undefined;
      if (named === undefined) break;
      address = named;
    }
    return clientAt(address);
  };
}

function trustOf(proxies: TrustedProxies): (address: string | undefined, index: number) => boolean {
  if (typeof proxies === 'number') return (_address, index) => index < proxies;
  const ranges = new BlockList();
  for (const range of proxies) {
    const [address = '', bits] = range.split('/');
    const isV4 = isIP(address) === 4;
    ranges.addSubnet(address, Number(bits ?? (isV4 ? 32 : 128)), isV4 ? 'ipv4' : 'ipv6');
  }
  // An IPv4-mapped address is looked up as the IPv4 address that it is.
  return (address) => address !== undefined && ranges.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** Some reverse proxies add the port, as `198.51.100.7:1234` or `[2001:db8::1]:1234`, or quotes, as in `Forwarded`. */
function addressOf(hop: string): string | undefined {
  const text = hop.trim().replace(/^"(.*)"$/, '$1');
  const [, inner] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  const address = (inner ?? text).replace(/%.*$/, '');
  return isIP(address) === 0 ? undefined : address;
}

/** Mapped and translated addresses are the IPv4 address inside; all of IPv4 would be one network otherwise. */
function clientAt(address: string | undefined): Client {
  if (address === undefined) return { network: 'unknown' };
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return { network: parsed.toString() };
  const isTranslated = parsed.range() === 'rfc6052' || parsed.range() === 'rfc6145';
  if (isTranslated) return { network: parsed.toByteArray().slice(12).join('.') };
  const parts = parsed.toNormalizedString().split(':');
  return { network: `${parts.slice(0, 4).join(':')}::/64`, site: `${parts.slice(0, 3).join(':')}::/48` };
}

/** Undefined where a request came by no connection, as in a test. */
function connectedAddress(c: Context): string | undefined {
  const address = c.env === undefined || !('incoming' in c.env) ? undefined : getConnInfo(c).remote.address;
  return address === undefined || isIP(address) === 0 ? undefined : address;
}
