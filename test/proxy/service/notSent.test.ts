import { once } from 'node:events';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Resolve } from '../../../src/proxy/http/nameLookup.ts';
import { createOutboundRequest } from '../../../src/proxy/http/outboundRequest.ts';
import { createTunnels } from '../../../src/proxy/http/webProxies.ts';
import { selfSigned } from '../../helpers/certificate.ts';
import { createHeaders, exampleRequest, exampleTask } from '../examples.ts';
import { answerJson, proxyFor, startFakeService } from '../fakeService.ts';
import { startWebProxy } from '../webProxyServer.ts';

const closing: (() => unknown)[] = [];

afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

const toLoopback: Resolve = async () => ['127.0.0.1'];
const createMs = 400;
/** Than undici gives a connection up by itself, in milliseconds. */
const sooner = 8000;

type Surroundings = Readonly<{
  resolve?: Resolve;
  protocol?: 'http' | 'https';
  port?: number;
  webProxy?: string;
}>;

/** A create at a service of this name, and what the page is told of it. */
async function create({ resolve = toLoopback, protocol = 'https', port = 443, webProxy }: Surroundings) {
  const httpsProxy = webProxy === undefined ? undefined : new URL(webProxy);
  const tunnelTo = createTunnels({ httpsProxy, httpProxy: httpsProxy, noProxy: [] }, resolve);
  const app = proxyFor(`${protocol}://service.example:${port}`, {
    request: createOutboundRequest({ resolve, tunnelTo }),
    timeouts: { create: createMs, upload: 1000, read: 1000, image: 1000 },
  });
  const response = await app.request('/api/generations', {
    method: 'POST',
    headers: createHeaders(),
    body: JSON.stringify(exampleRequest),
  });
  const body = await response.json();
  return { code: body.error?.code, isFree: body.nothing_charged === true };
}

/** Listens on loopback with a bare socket, and keeps what arrives. */
async function listen(onSocket: (socket: Socket) => void) {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('data', (bytes) => received.push(bytes));
    onSocket(socket);
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: await portOf(server), text: () => Buffer.concat(received).toString('latin1') };
}

async function portOf(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

const fail = (code: string) =>
  Promise.reject(Object.assign(new Error(code), { code, syscall: 'getaddrinfo' }));

const notSent = { code: 'service_unreachable', isFree: true };
const unknown = { code: 'outcome_unknown', isFree: false };

test.each<[string, Resolve]>([
  ['that nobody knows', () => fail('ENOTFOUND')],
  ['that the DNS does not tell', () => fail('EAI_AGAIN')],
  ['for which the DNS is silent', () => new Promise(() => {})],
  ['without an address', async () => []],
  ['whose address is nobody’s', async () => ['255.255.255.255']],
  ['at whose address nobody listens', toLoopback],
  ['for which no socket is left', () => Promise.reject(Object.assign(new Error(), { code: 'EMFILE' }))],
])(
  'a create for a service %s was not sent',
  async (_name, resolve) => {
    expect(await create({ resolve, port: 9 })).toEqual(notSent);
  },
  sooner,
);

test.each<[string, (socket: Socket) => void]>([
  ['takes the connection and is silent', () => {}],
  ['cuts it at once', (socket) => socket.destroy()],
  ['cuts it in the handshake', (socket) => socket.on('data', () => socket.resetAndDestroy())],
  ['speaks something else than TLS', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
])('a create for a service that %s was not sent', async (_name, onSocket) => {
  const { port, text } = await listen(onSocket);
  expect(await create({ port })).toEqual(notSent);
  expect(text()).not.toContain('Bearer');
});

test.each<[string, (socket: Socket) => void]>([
  ['wants a password', (socket) => socket.end('HTTP/1.1 407 No\r\n\r\n')],
  ['cannot reach the service', (socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')],
  ['is silent', () => {}],
  ['hangs up', (socket) => socket.destroy()],
  ['speaks something else', (socket) => socket.end('hello')],
  ['connects and hangs up', (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')],
  ['connects to nobody who knows TLS', (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n')],
])('a create through a web proxy that %s was not sent', async (_name, answer) => {
  const proxy = await startWebProxy({ answer });
  closing.push(proxy.close);
  expect([await create({ webProxy: proxy.url }), proxy.asked.length]).toEqual([notSent, 1]);
});

test('a create through a web proxy that is not there was not sent', async () => {
  expect(await create({ webProxy: 'http://127.0.0.1:9' })).toEqual(notSent);
});

test('a create that a web proxy passed on and got no answer to may have been charged', async () => {
  const { port } = await listen((socket) => socket.on('data', () => socket.destroy()));
  const proxy = await startWebProxy({ ports: { 'service.example:80': port } });
  closing.push(proxy.close);
  expect(await create({ protocol: 'http', port: 80, webProxy: proxy.url })).toEqual(unknown);
});

test('a create for a service that nobody vouches for was not sent', async () => {
  const { cert, key } = selfSigned('service.example');
  const requests: unknown[] = [];
  const server = createTlsServer(
    { cert, key: key.export({ type: 'pkcs8', format: 'pem' }) },
    ({ url }, response) => {
      requests.push(url);
      response.end();
    },
  );
  closing.push(() => server.close());
  expect([await create({ port: await portOf(server) }), requests]).toEqual([notSent, []]);
});

test(
  'a create whose connection stands only when its time is over is not sent after all',
  async () => {
    const service = await startFakeService(answerJson(200, exampleTask));
    closing.push(service.close);
    let connected = () => {};
    const late = new Promise<void>((resolve) => {
      connected = resolve;
    });
    const resolve: Resolve = async () => {
      await late;
      return ['127.0.0.1'];
    };
    const port = Number(new URL(service.url).port);
    expect(await create({ resolve, protocol: 'http', port })).toEqual(notSent);
    connected();
    // Nothing tells that nothing comes.
    await wait(300);
    expect(service.calls).toEqual([]);
  },
  sooner,
);

test.each<[string, (socket: Socket) => void]>([
  ['is silent', () => {}],
  ['cuts the connection', (socket) => socket.destroy()],
  ['cuts it once it has read', (socket) => socket.on('data', () => socket.resetAndDestroy())],
  ['answers something else than HTTP', (socket) => socket.on('data', () => socket.end('hello'))],
])('a create that reached a service that %s may have been charged', async (_name, onSocket) => {
  const { port } = await listen(onSocket);
  expect(await create({ protocol: 'http', port })).toEqual(unknown);
});

test('a create that is answered is one', async () => {
  const service = await startFakeService(answerJson(200, exampleTask));
  closing.push(service.close);
  const port = Number(new URL(service.url).port);
  expect([await create({ protocol: 'http', port }), service.calls]).toEqual([
    { code: undefined, isFree: false },
    ['POST /v1/images/generations'],
  ]);
});
