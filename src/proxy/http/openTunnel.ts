import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { lookupBy, type Resolve } from './nameLookup.ts';

/** A web proxy that does not connect, and the status with which it says so. */
export class TunnelError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The web proxy answered with status ${status}.`);
    this.status = status;
  }
}

type TunnelOptions = Readonly<{
  resolve: Resolve;
  /** Ends an attempt, but not the tunnel that comes of it. */
  signal: AbortSignal;
}>;

/**
 * A connection to the URL's host through a web proxy, which is asked for it by `CONNECT` (RFC 9110, 9.3.6). Whatever is said
 * over it, the proxy only passes on: TLS is for the host, and the proxy's own name and password are for the proxy.
 */
export function openTunnel(
  proxy: URL,
  { hostname, protocol, port }: URL,
  options: TunnelOptions,
): Promise<Socket> {
  const authority = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  const request = (proxy.protocol === 'https:' ? requestHttps : requestHttp)({
    ...addressOf(proxy),
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...authorisation(proxy) },
    agent: false,
    lookup: lookupBy(options.resolve),
  });
  return new Promise((resolve, reject) => {
    const end = () =>
      request.destroy(new DOMException('The web proxy did not connect in time.', 'TimeoutError'));
    options.signal.addEventListener('abort', end, { once: true });
    if (options.signal.aborted) end();
    request.on('connect', ({ statusCode = 0 }, socket: Socket) => {
      options.signal.removeEventListener('abort', end);
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(new TunnelError(statusCode));
    });
    request.on('error', reject).end();
  });
}

function addressOf({ hostname, port, protocol }: URL): RequestOptions {
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port || (protocol === 'https:' ? 443 : 80) };
}

function authorisation({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
