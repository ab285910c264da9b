import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProxyValues } from '../../src/proxy/createApp.ts';
import type { LogEntry } from '../../src/proxy/guard/requestLog.ts';
import { createRevocations } from '../../src/proxy/guard/revocations.ts';
import { createSessions, sessionSeconds } from '../../src/proxy/guard/sessions.ts';
import { connectRedis, type Redis } from '../../src/proxy/redis.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/startProxy.ts';
import { createMemoryStore } from '../../src/proxy/store/memoryStore.ts';
import { type RedisServer, startRedis } from '../helpers/redisServer.ts';
import { openEvents } from './eventStream.ts';
import { createHeaders, exampleRequest, exampleTask } from './examples.ts';
import { answerJson, type FakeService, proxyFor, proxyValues, startFakeService } from './fakeService.ts';

const accessToken = 'the-token-of-this-test';
const nowhere = 'http://127.0.0.1:9';
const { limits } = proxyValues(nowhere);

type App = ReturnType<typeof proxyFor>;

const guarded = (changes: Partial<ProxyValues> = {}) =>
  proxyFor(nowhere, { host: '0.0.0.0', accessToken, trustedProxies: 1, ...changes });

function signIn(app: App, token: string, headers: Record<string, string> = {}) {
  return app.request('/sign-in', { method: 'POST', body: new URLSearchParams({ token }), headers });
}

/** The cookie as a browser would send it back. */
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

const config = (app: App, headers: Record<string, string>) => app.request('/api/config', { headers });

describe('with an access token', () => {
  test('the API tells to sign in, the page leads there, and health still answers', async () => {
    const app = guarded();
    const api = await app.request('/api/config');
    const page = await app.request('/');
    expect([api.status, (await api.json()).error.code]).toEqual([401, 'sign_in_required']);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in']);
    expect((await app.request('/api/health')).status).toBe(200);
  });

  test('the token opens a session that is signed, so another copy knows it too', async () => {
    const signedIn = await signIn(guarded(), accessToken);
    const cookie = cookieOf(signedIn);
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(accessToken);
    const told = await config(guarded(), { cookie });
    expect([told.status, (await told.json()).needsSignIn]).toEqual([200, true]);
  });

  test('under a public address the cookie is kept to https', async () => {
    const app = guarded({ publicUrl: 'https://editor.example' });
    const signedIn = await signIn(app, accessToken, { host: 'editor.example' });
    expect(signedIn.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Secure; SameSite=Strict$/);
    expect(signedIn.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test.each([
    ['no cookie', ''],
    [
      'another signature',
      'session=9999999999.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ],
    ['a seal alone', 'session=..AAAA'],
    ['a later time', (value: string) => value.replace(/=\d+/, '=9999999999999')],
    ['another id', (value: string) => value.replace(/\.[^.]/, '.?')],
    ['nothing', 'session='],
    ['the token', `session=${accessToken}`],
  ])('%s is no session', async (_name, forge) => {
    const cookie = cookieOf(await signIn(guarded(), accessToken));
    const forged = typeof forge === 'string' ? forge : forge(cookie);
    expect((await config(guarded(), { cookie: forged })).status).toBe(401);
  });

  test('a session ends in time, and with its token', async () => {
    let time = 1_000_000_000_000;
    const now = () => time;
    const revocations = createRevocations({
      store: createMemoryStore(now),
      lifeMs: sessionSeconds * 1000,
      now,
    });
    const sessions = createSessions({ token: accessToken, revocations, now });
    const value = await sessions.issue();
    expect(await sessions.isSession(value)).toBe(true);
    const others = createSessions({ token: 'another-token-of-it', revocations, now });
    expect(await others.isSession(value)).toBe(false);
    time += sessionSeconds * 1000;
    expect(await sessions.isSession(value)).toBe(false);
  });

  test('programs bear the token itself', async () => {
    expect((await config(guarded(), { authorization: `Bearer ${accessToken}` })).status).toBe(200);
    expect((await config(guarded(), { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  test('wrong tries are slowed down, for that client alone, the right token included', async () => {
    const app = guarded();
    const from = { 'x-forwarded-for': '198.51.100.7' };
    const statuses: number[] = [];
    for (const token of ['a', 'b', 'c', 'd', 'e', accessToken]) {
      statuses.push((await signIn(app, token, from)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const bearer = { authorization: `Bearer ${accessToken}`, ...from };
    expect((await config(app, bearer)).status).toBe(429);
    expect((await signIn(app, accessToken, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(303);
  });

  test('what the client itself writes into X-Forwarded-For does not count', async () => {
    const app = guarded();
    for (let index = 0; index < 5; index++) {
      await signIn(app, 'wrong', { 'x-forwarded-for': `203.0.113.${index}, 198.51.100.7` });
    }
    const sixth = await signIn(app, accessToken, { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' });
    expect(sixth.status).toBe(429);
  });

  test('another site can neither sign a visitor in nor out', async () => {
    const foreign = { origin: 'https://evil.example', host: 'editor.example' };
    expect((await signIn(guarded(), accessToken, foreign)).status).toBe(403);
    const out = await guarded().request('/sign-out', { method: 'POST', headers: foreign });
    expect(out.status).toBe(403);
  });

  test('signing out takes the cookie away', async () => {
    const out = await guarded().request('/sign-out', { method: 'POST' });
    expect(out.headers.get('set-cookie')).toMatch(/^session=; Max-Age=0;/);
  });

  test('the sign-in page runs no script, may post only to itself and shows nothing of what was typed', async () => {
    const page = await guarded().request('/sign-in');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    const failed = await signIn(guarded(), '<script>alert(1)</script>');
    const text = await failed.text();
    expect(text).toContain('That is not the access token of this server.');
    expect(text).not.toContain('<script');
  });
});

describe('under a public address', () => {
  const app = () => guarded({ publicUrl: 'https://editor.example', host: '127.0.0.1' });
  const bearer = { authorization: `Bearer ${accessToken}` };

  test.each([
    [200, 'editor.example'],
    [200, 'localhost:8787'],
    [200, 'editor.example:443'],
    [200, 'editor.example.'],
    [200, 'Editor.Example.:443'],
    [403, 'editor.example:80'],
    [403, 'editor.example:8443'],
    [403, 'editor.example..'],
    [403, 'x@editor.example'],
    [403, 'editor.example:443:443'],
    [403, 'evil.example:443'],
    [403, 'evil.example'],
    [403, 'editor.example.evil.example'],
  ])('%i for the host %s', async (status, host) => {
    expect((await config(app(), { host, ...bearer })).status).toBe(status);
  });
});

describe('the rate limit', () => {
  const strict = { ...limits, requestsPerMinute: 3, createsPerMinute: 1 };
  const create = (app: App) =>
    app.request('/api/generations', {
      method: 'POST',
      headers: createHeaders(),
      body: JSON.stringify(exampleRequest),
    });

  test('refuses what is too much with the time to wait, and static files do not count', async () => {
    const app = proxyFor(nowhere, { limits: strict });
    for (let index = 0; index < 5; index++) await app.request('/');
    const answers = [];
    for (let index = 0; index < 4; index++) answers.push(await app.request('/api/config'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await answers[3]?.text()).toContain('nothing was charged');
  });

  test('counts creates by themselves, and the one too many does not reach the service', async () => {
    const service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url, { limits: { ...strict, requestsPerMinute: 100 } });
    const statuses = [(await create(app)).status, (await create(app)).status];
    await service.close();
    expect([statuses, service.calls.length]).toEqual([[200, 429], 1]);
  });
});

describe('with a Redis', () => {
  let server: RedisServer | undefined;
  const clients: Redis[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server?.close();
    server = undefined;
  });

  async function connected(url: string): Promise<Redis> {
    const client = connectRedis(url, () => undefined);
    clients.push(client);
    await ready(client);
    return client;
  }

  const ready = (client: Redis) => vi.waitFor(() => expect(client.isReady).toBe(true), { timeout: 10_000 });

  test('two copies count together, each alone while it is down, and health tells', async () => {
    server = await startRedis();
    const strict = { ...limits, requestsPerMinute: 3 };
    const redises = [await connected(server.url), await connected(server.url)];
    const copies = redises.map((redis) => proxyFor(nowhere, { limits: strict, redis }));
    const status = async (copy = 0) => (await copies[copy]?.request('/api/config'))?.status;
    const readiness = async () => (await copies[0]?.request('/api/health/ready'))?.status;
    expect([await status(0), await status(1), await status(0), await status(1)]).toEqual([
      200, 200, 200, 429,
    ]);
    expect(await readiness()).toBe(200);

    await server.stop();
    await vi.waitFor(() => expect(redises.map(({ isReady }) => isReady)).toEqual([false, false]));
    expect([await status(0), await status(1), await readiness()]).toEqual([200, 200, 503]);

    await server.start();
    await Promise.all(redises.map(ready));
    expect([await status(0), await status(1), await status(0), await status(1)]).toEqual([
      200, 200, 200, 429,
    ]);
  }, 30_000);
});

describe('the log', () => {
  test('has one entry a request, and neither queries nor secrets', async () => {
    const entries: LogEntry[] = [];
    const app = guarded({ log: (entry) => entries.push(entry), now: () => 0 });
    const answer = await app.request('/api/files?name=hush.png', {
      method: 'POST',
      headers: { authorization: 'Bearer hush', cookie: 'session=hush', 'x-request-id': 'request-1' },
    });
    await app.request('/api/callbacks/hush', { method: 'POST', body: 'hush' });
    expect(entries[0]).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      id: 'request-1',
      method: 'POST',
      path: '/api/files',
      status: 401,
      ms: 0,
    });
    expect(answer.headers.get('x-request-id')).toBe('request-1');
    expect([entries.length, JSON.stringify(entries)]).toEqual([2, expect.not.stringContaining('hush')]);
    expect(entries[1]?.path).toBe('/api/callbacks/:secret');
  });
});

describe('as a server', () => {
  let proxy: RunningProxy | undefined;
  let service: FakeService | undefined;

  afterEach(async () => {
    await proxy?.close();
    await service?.close();
    proxy = undefined;
    service = undefined;
  });

  test('turns away what is too much at once before anything is sent for it, and recovers', async () => {
    const answers: (() => void)[] = [];
    service = await startFakeService((request, response) => {
      answers.push(() => answerJson(200, exampleTask)(request, response));
    });
    proxy = await startProxy(proxyValues(service.url, { limits: { ...limits, requestsAtOnce: 2 } }), 0);
    const url = `${proxy.url}/api/tasks/a`;
    const first = [fetch(url), fetch(url)];
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    const third = await fetch(url);
    expect([third.status, third.headers.get('retry-after'), answers.length]).toEqual([503, '2', 2]);
    for (const answer of answers.splice(0)) answer();
    await Promise.all(first.map(async (each) => (await each).text()));
    await vi.waitFor(async () => {
      const again = fetch(url);
      await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 200 });
      answers.splice(0)[0]?.();
      expect((await again).status).toBe(200);
    });
  });

  test('refuses a head that is too large', async () => {
    proxy = await startProxy(proxyValues(nowhere, { limits: { ...limits, headerBytesMax: 4096 } }), 0);
    const response = await fetch(`${proxy.url}/api/health`, { headers: { 'x-much': 'x'.repeat(5000) } });
    expect(response.status).toBe(431);
  });

  test('cuts a connection that says nothing', async () => {
    proxy = await startProxy(proxyValues(nowhere, { limits: { ...limits, idleSeconds: 1 } }), 0);
    const { port } = new URL(proxy.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /api/generations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
    socket.resume();
    await once(socket, 'close');
  });

  test('when it stops it is not ready any more, finishes what runs, and then cuts off what does not end', async () => {
    service = await startFakeService((request) => request.resume());
    proxy = await startProxy(proxyValues(service.url, { limits: { ...limits, stopSeconds: 1 } }), 0);
    const hanging = fetch(`${proxy.url}/api/tasks/a`);
    await vi.waitFor(() => expect(service?.calls).toHaveLength(1));
    await Promise.all([proxy.close(), expect(hanging).rejects.toThrow()]);
  });

  test('it still takes what a load balancer sends, until that has heard that it stops', async () => {
    service = await startFakeService(answerJson(200, { ...exampleTask, status: 'processing' }));
    const running = await startProxy(proxyValues(service.url, { limits: { ...limits, drainSeconds: 3 } }), 0);
    const send = (path: string, init?: RequestInit) => fetch(running.url + path, init);
    const streams = [await openEvents(send, '/api/tasks/a/events')];
    const closed = running.close();
    const ready = await send('/api/health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
    streams.push(await openEvents(send, '/api/tasks/b/events'));
    const told = await Promise.all(streams.map((stream) => stream.rest()));
    await closed;
    expect(told.map((events) => events.map(({ event }) => event))).toEqual([
      ['task', 'reconnect'],
      ['task', 'reconnect'],
    ]);
    await expect(send('/api/health')).rejects.toThrow();
  }, 30_000);

  test('readiness ends with the signal to stop', async () => {
    const app = proxyFor(nowhere, { draining: AbortSignal.abort() });
    expect((await app.request('/api/health/ready')).status).toBe(503);
    expect((await app.request('/api/health')).status).toBe(200);
  });
});
