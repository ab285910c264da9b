import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp, type ProxyValues } from './createApp.ts';

export type RunningProxy = Readonly<{
  url: string;
  /** Takes no new requests and resolves when the running ones are answered: one of them may be costing money. */
  close(): Promise<void>;
}>;

/** Listens on `values.host` and `port` (0: any free one). Rejects with Node's error when it cannot. */
export function startProxy(values: ProxyValues, port: number): Promise<RunningProxy> {
  const server = createServer(getRequestListener(createApp(values).fetch));
  // A browser sends even a POST again when a connection that it kept turns out to be dead, and a create must not be sent
  // twice, so no connection is kept: https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc
  server.maxRequestsPerSocket = 1;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, values.host, () => {
      resolve({ url: urlOf(values.host, server.address(), port), close: () => closeGently(server) });
    });
  });
}

/** `close` alone spares connections that fall idle later, and a page that polls would keep its own open for ever. */
function closeGently(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}

function urlOf(host: string, address: AddressInfo | string | null, port: number): string {
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
}
