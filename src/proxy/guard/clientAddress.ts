import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

/**
 * Who a request came from, by address, or by network where a client has one to itself. Behind a reverse proxy it is what that one added last to `X-Forwarded-For`; whatever
 * stands before may be made up by the client.
 */
export function clientAddress(c: Context, trustsProxy: boolean): string {
  const forwarded = trustsProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return networkOf(forwarded || connectedAddress(c) || 'unknown');
}

/** Of IPv6 the first 64 bits: one client has all addresses that begin so, and would count as another with each. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6
    ? `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : parsed.toString();
}

/** Undefined where a request came by no connection, as in a test. */
function connectedAddress(c: Context): string | undefined {
  return c.env === undefined || !('incoming' in c.env) ? undefined : getConnInfo(c).remote.address;
}
