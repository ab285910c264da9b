import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address that a request came from. Behind a reverse proxy it is what that one added last to `X-Forwarded-For`; whatever
 * stands before may be made up by the client.
 */
export function clientAddress(c: Context, trustsProxy: boolean): string {
  const forwarded = trustsProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || connectedAddress(c) || 'unknown';
}

/** Undefined where a request came by no connection, as in a test. */
function connectedAddress(c: Context): string | undefined {
  return c.env === undefined || !('incoming' in c.env) ? undefined : getConnInfo(c).remote.address;
}
