import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readConfiguration } from '../../src/proxy/configuration/readConfiguration.ts';
import type { ProxyValues } from '../../src/proxy/createApp.ts';
import { withIdleTimeout } from '../../src/proxy/http/idleTimeout.ts';
import { connectRedis } from '../../src/proxy/redis.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/startProxy.ts';
import { startRedis } from '../helpers/redisServer.ts';
import { createHeaders, exampleRequest, exampleTask } from './examples.ts';
import {
  answerJson,
  type FakeService,
  proxyFor,
  proxyValues,
  readBody,
  startFakeService,
} from './fakeService.ts';

const accessToken = 'the-token-of-this-test';
const nowhere = 'http://127.0.0.1:9';
const { limits } = proxyValues(nowhere);

const guarded = (changes: Partial<ProxyValues> = {}) =>
  proxyFor(nowhere, { host: '0.0.0.0', accessToken, trustedProxies: 1, ...changes });
type App = ReturnType<typeof guarded>;

function signIn(app: App, token: string, client: string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ token });
  return app.request('/sign-in', {
    method: 'POST',
    body,
    headers: { 'x-forwarded-for': client, ...headers },
  });
}

const statusOf = async (answer: Response | Promise<Response>) => (await answer).status;

describe('guessing the token', () => {
  test('is slowed down as much where all tries come at once', async () => {
    const app = guarded();
    const tokens = [...Array.from({ length: 20 }, (_, index) => `wrong-${index}`), accessToken];
    const statuses = await Promise.all(tokens.map((token) => statusOf(signIn(app, token, '198.51.100.7'))));
    expect(statuses).toEqual([...Array(5).fill(401), ...Array(16).fill(429)]);
  });

  test('is slowed down as much without the form', async () => {
    const app = guarded();
    const tokens = [...Array.from({ length: 20 }, (_, index) => `wrong-${index}`), accessToken];
    const answers = tokens.map((token) =>
      app.request('/api/config', {
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': '198.51.100.7' },
      }),
    );
    expect(await Promise.all(answers.map(statusOf))).toEqual([...Array(5).fill(401), ...Array(16).fill(429)]);
  });

  test('a program with the right token may ask for much at once', async () => {
    const app = guarded();
    const headers = { authorization: `Bearer ${accessToken}` };
    const answers = Array.from({ length: 20 }, () => app.request('/api/config', { headers }));
    expect(await Promise.all(answers.map(statusOf))).toEqual(Array(20).fill(200));
  });

  test('from many addresses of one IPv6 network counts as one client', async () => {
    const app = guarded();
    for (let index = 1; index <= 5; index++) await signIn(app, 'wrong', `2001:db8:1:2::${index}`);
    expect(await statusOf(signIn(app, accessToken, '2001:db8:1:2:9:9:9:9'))).toBe(429);
    expect(await statusOf(signIn(app, accessToken, '2001:db8:1:3::1'))).toBe(303);
  });

  test('from many networks of one IPv6 site is slowed down after eight times as many tries', async () => {
    const app = guarded();
    const statuses: number[] = [];
    for (let index = 0; index < 50; index++) {
      statuses.push(await statusOf(signIn(app, 'wrong', `2001:db8:1:${index}::1`)));
    }
    expect(statuses).toEqual([...Array(40).fill(401), ...Array(10).fill(429)]);
    expect(await statusOf(signIn(app, accessToken, '2001:db8:1:ffff::1'))).toBe(429);
    expect(await statusOf(signIn(app, accessToken, '2001:db8:2::1'))).toBe(303);
  });

  test('from many networks of one IPv6 site at once passes no oftener', async () => {
    const app = guarded();
    const tries = Array.from({ length: 50 }, (_, index) => signIn(app, 'wrong', `2001:db8:1:${index}::1`));
    const statuses = await Promise.all(tries.map(statusOf));
    expect(statuses.filter((status) => status === 401)).toHaveLength(40);
  });

  test.each([
    ['an IPv4 client', (index: number) => `198.51.100.7:${40_000 + index}`],
    ['an IPv6 client', (index: number) => `[2001:db8:1:2::9]:${40_000 + index}`],
    ['a mapped one', (index: number) => `[::ffff:198.51.100.7]:${40_000 + index}`],
    ['a client without an address', (index: number) => `_hidden-${index}`],
  ])('%s is slowed down with another port at each try', async (_name, forwarded) => {
    const app = guarded();
    const statuses: number[] = [];
    for (let index = 0; index < 30; index++) {
      statuses.push(await statusOf(signIn(app, 'wrong', forwarded(index))));
    }
    expect(statuses).toEqual([...Array(5).fill(401), ...Array(25).fill(429)]);
  });
});

test('the form can be sent where browsers give no verdict of their own, as over plain http', async () => {
  const page = await guarded().request('/sign-in');
  // “no-referrer” would have the browser send “Origin: null” with it, which is refused.
  expect(page.headers.get('referrer-policy')).toBe('same-origin');
  const app = guarded();
  const host = '192.0.2.10:8787';
  expect(await statusOf(signIn(app, accessToken, 'a', { host, origin: `http://${host}` }))).toBe(303);
  expect(await statusOf(signIn(app, accessToken, 'a', { host, origin: 'null' }))).toBe(403);
});

test('behind a reverse proxy a token is needed, though that one connects from this machine', () => {
  expect(() => readConfiguration({ TRUST_PROXY: '1' })).toThrow(
    'TRUST_PROXY=1 lets others spend your key. Set ACCESS_TOKEN to what they are to sign in with, ' +
      'at least 16 characters, or leave TRUST_PROXY out to serve this machine alone.',
  );
  expect(readConfiguration({ TRUST_PROXY: '1', ACCESS_TOKEN: accessToken }).trustedProxies).toBe(1);
});

describe('an IPv6 site is allowed eight times as much as one of its networks:', () => {
  const strict = { ...limits, requestsPerMinute: 2, createsPerMinute: 1 };
  const from = (network: number) => ({ 'x-forwarded-for': `2001:db8:1:${network}::1` });

  test('of requests', async () => {
    const app = proxyFor(nowhere, { trustedProxies: 1, limits: strict });
    const statuses: number[] = [];
    for (let index = 0; index < 20; index++) {
      statuses.push(await statusOf(app.request('/api/config', { headers: from(index % 10) })));
    }
    expect(statuses).toEqual([...Array(16).fill(200), ...Array(4).fill(429)]);
  });

  test('of creates', async () => {
    const service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url, { trustedProxies: 1, limits: { ...strict, requestsPerMinute: 100 } });
    const statuses: number[] = [];
    for (let index = 0; index < 10; index++) {
      const headers = {
        'content-type': 'application/json',
        'x-generation-id': `generation-${index}`,
        ...from(index),
      };
      const body = JSON.stringify(exampleRequest);
      statuses.push(await statusOf(app.request('/api/generations', { method: 'POST', headers, body })));
    }
    await service.close();
    expect([statuses, service.calls.length]).toEqual([[...Array(8).fill(200), 429, 429], 8]);
  });
});

describe('a connection on which nothing moves', () => {
  let proxy: RunningProxy | undefined;
  let service: FakeService | undefined;
  const impatient = { ...limits, idleSeconds: 1 };

  afterEach(async () => {
    await proxy?.close();
    await service?.close();
    proxy = undefined;
    service = undefined;
  });

  test('is kept while the service works on what may cost money', async () => {
    service = await startFakeService(async (request, response) => {
      await readBody(request);
      setTimeout(() => response.end(JSON.stringify(exampleTask)), 2500);
    });
    proxy = await startProxy(proxyValues(service.url, { limits: impatient }), 0);
    const answer = await fetch(`${proxy.url}/api/generations`, {
      method: 'POST',
      headers: createHeaders(),
      body: JSON.stringify(exampleRequest),
    });
    expect([answer.status, await answer.json(), service.calls.length]).toEqual([200, exampleTask, 1]);
  });

  test('is cut where the client takes nothing of its answer', async () => {
    // More than the kernel keeps for a reader that does not read.
    const answer = Buffer.alloc(32 * 1024 * 1024);
    const server = createServer(withIdleTimeout(200, (_request, response) => response.end(answer)));
    server.timeout = 200;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const client = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1').pause();
    client.on('error', () => undefined);
    client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const [connection] = await once(server, 'connection');
    await once(connection, 'close');
    let bytes = 0;
    client.on('data', (chunk) => {
      bytes += chunk.length;
    });
    client.resume();
    await once(client, 'close');
    server.close();
    expect(bytes).toBeLessThan(answer.length);
  });
});

test('a Redis that takes commands and answers none stops nobody', async () => {
  const server = await startRedis();
  const redis = connectRedis(server.url, () => undefined);
  try {
    await vi.waitFor(() => expect(redis.isReady).toBe(true), { timeout: 10_000 });
    await redis.sendCommand(['CLIENT', 'PAUSE', '8000', 'ALL']);
    const app = proxyFor(nowhere, { redis });
    expect(await statusOf(app.request('/api/config'))).toBe(200);
    expect(await statusOf(app.request('/api/health/ready'))).toBe(503);
  } finally {
    redis.destroy();
    await server.close();
  }
}, 20_000);
