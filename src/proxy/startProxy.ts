import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoppedProxyValues } from './createApp.ts';
import { withIdleTimeout } from './http/idleTimeout.ts';
import { OnlyRequest, withOneRequest } from './http/oneRequest.ts';
import { withoutUnreadChunks } from './http/unreadBody.ts';
import { createProxyListener } from './proxyListener.ts';

export type RunningProxy = Readonly<{
  url: string;
  /**
   * Is not ready any more, but takes new requests for `limits.drainSeconds`, since a load balancer hears of it only then. After
   * that it takes none, tells event streams to connect elsewhere, and resolves when the running requests are answered: one of
   * them may be costing money. What lasts longer than `limits.stopSeconds` is cut off.
   */
  close(): Promise<void>;
}>;

/** A request's head has to be here by then, in milliseconds, however slowly it drips in. */
const headersTimeout = 20_000;

/** Listens on `values.host` and `port` (0: any free one). Rejects with Node's error when it cannot. */
export function startProxy(values: StoppedProxyValues, port: number): Promise<RunningProxy> {
  const { listener, drain, stop } = createProxyListener(values);
  const { headerBytesMax, idleSeconds, drainSeconds, stopSeconds } = values.limits;
  // Without a host, a request would be refused before `withOneRequest` knows of it; the listener refuses it as well.
  const options = {
    IncomingMessage: OnlyRequest,
    maxHeaderSize: headerBytesMax,
    headersTimeout,
    requestTimeout: 0,
    requireHostHeader: false,
  };
  const guarded = withOneRequest(withoutUnreadChunks(listener));
  const server = createServer(options, withIdleTimeout(idleSeconds * 1000, guarded));
  // A big upload on a slow line may take its time, as long as it goes on.
  server.timeout = idleSeconds * 1000;
  // A browser sends even a POST again when a connection that it kept turns out to be dead, and a create must not be sent
  // twice, so no connection is kept: https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc
  server.maxRequestsPerSocket = 1;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, values.host, () => {
      server.off('error', reject);
      // From now on it is a connection that could not be taken, and the next one may be.
      server.on('error', (error) => values.warn(`A connection could not be taken: ${codeOf(error)}.`));
      const close = async () => {
        drain();
        await delay(drainSeconds * 1000);
        stop();
        return closeGently(server, stopSeconds * 1000);
      };
      resolve({ url: urlOf(values.host, server.address(), port), close });
    });
  });
}

/** `close` alone spares connections that fall idle later, and a page that polls would keep its own open for ever. */
function closeGently(server: Server, millisecondsMax: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), millisecondsMax);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      resolve();
    });
  });
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}

function urlOf(host: string, address: AddressInfo | string | null, port: number): string {
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
}
