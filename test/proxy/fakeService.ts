import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limits } from '../../src/contract/limits.ts';
import { createApp, type ProxyValues } from '../../src/proxy/createApp.ts';
import { createResolver } from '../../src/proxy/http/nameLookup.ts';
import { createOutboundRequest } from '../../src/proxy/http/outboundRequest.ts';

export const testKey = 'sk-test-0123456789abcdef';

/** A real server on loopback, so that refusals, resets and streaming are the real ones. */
export type FakeService = Readonly<{
  url: string;
  /** "METHOD /path" of every request so far, in order. */
  calls: string[];
  close(): Promise<void>;
}>;

export async function startFakeService(listener: RequestListener): Promise<FakeService> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  const url = await listen(server);
  return { url, calls, close: () => closeServer(server) };
}

export function answerJson(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): RequestListener {
  return (request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  };
}

export async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** An address at which nothing listens any more. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await closeServer(server);
  return url;
}

/** As the server's own. */
export const outboundRequest = createOutboundRequest({ resolve: createResolver() });

export function proxyValues(serviceUrl: string, changes: Partial<ProxyValues> = {}): ProxyValues {
  return {
    mode: 'live',
    apiKey: testKey,
    baseUrl: serviceUrl,
    filesUrl: serviceUrl,
    request: outboundRequest,
    resolve: createResolver(),
    timeouts: { create: 15_000, upload: 15_000, read: 15_000, image: 15_000 },
    imageBytesMax: limits.imageBytesMax,
    host: '127.0.0.1',
    trustedProxies: 0,
    limits: {
      requestsPerMinute: 10_000,
      createsPerMinute: 10_000,
      requestsAtOnce: 200,
      eventStreamsAtOnce: 2000,
      headerBytesMax: 16_384,
      uploadBytesMax: limits.imageBytesMax,
      requestBytesMax: limits.requestBytesMax,
      idleSeconds: 30,
      drainSeconds: 0,
      stopSeconds: 30,
    },
    generationsAtOnce: 3,
    log: () => undefined,
    warn: () => undefined,
    now: Date.now,
    draining: new AbortController().signal,
    stopping: new AbortController().signal,
    appDirectory: '/nowhere',
    ...changes,
  };
}

export function proxyFor(serviceUrl: string, changes: Partial<ProxyValues> = {}) {
  return createApp(proxyValues(serviceUrl, changes));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
