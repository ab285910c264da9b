import { afterEach, describe, expect, test } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { createMetrics } from '../../../src/proxy/metrics/metrics.ts';
import { type RunningProxy, startProxy } from '../../../src/proxy/startProxy.ts';
import { proxyFor, proxyValues } from '../fakeService.ts';

const accessToken = 'the-token-of-this-test';
const nowhere = 'http://127.0.0.1:9';
const right = { authorization: `Bearer ${accessToken}` };
const theirs = { authorization: 'Bearer of-the-front-proxy' };

type App = ReturnType<typeof proxyFor>;

const guarded = (changes: Partial<ProxyValues> = {}) =>
  proxyFor(nowhere, { host: '0.0.0.0', accessToken, trustedProxies: 1, ...changes });

function signIn(app: App, headers: Record<string, string> = {}, token = accessToken) {
  return app.request('/sign-in', { method: 'POST', body: new URLSearchParams({ token }), headers });
}

async function cookieFrom(app: App, headers: Record<string, string> = {}) {
  return (await signIn(app, headers)).headers.get('set-cookie')?.split(';')[0] ?? '';
}

const configStatus = async (app: App, headers: Record<string, string>) =>
  (await app.request('/api/config', { headers })).status;

async function repeat(times: number, ask: () => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < times; index++) statuses.push(await ask());
  return statuses;
}

describe('a Bearer that a reverse proxy of somebody’s adds to everything', () => {
  test('is no wrong try of a person who is signed in', async () => {
    const app = guarded();
    const cookie = await cookieFrom(app, theirs);
    expect(await repeat(12, () => configStatus(app, { cookie, ...theirs }))).toEqual(Array(12).fill(200));
    expect(await configStatus(app, right)).toBe(200);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a browser that opens the page', '/', { accept: 'text/html,application/xhtml+xml' }],
    ['a browser that loads a part of it', '/assets/index.js', { 'sec-fetch-site': 'same-origin' }],
    ['a browser that loads the sign-in page’s style', '/sign-in.css', {}],
    ['our page', '/api/config', { 'x-editor-mode': 'live', 'sec-fetch-site': 'same-origin' }],
    ['somebody who was signed in', '/api/config', { cookie: 'session=old' }],
  ])('keeps %s from neither form nor token', async (_name, path, headers) => {
    const app = guarded();
    const ask = async () => (await app.request(path, { headers: { ...headers, ...theirs } })).status;
    const statuses = new Set(await repeat(12, ask));
    expect([429, 200].filter((status) => statuses.has(status))).toEqual([]);
    expect(await configStatus(app, right)).toBe(200);
    expect((await signIn(app, theirs)).status).toBe(303);
  });

  test('may be the right token: then it is all that is needed', async () => {
    expect(await configStatus(guarded(), { ...right, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await configStatus(guarded(), { ...right, cookie: 'session=old' })).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['as a browser', { 'sec-fetch-site': 'none' }],
    ['with a cookie', { cookie: 'session=1' }],
  ])('is no way to try more tokens %s', async (_name, headers) => {
    const app = guarded();
    expect(await repeat(6, () => configStatus(app, { authorization: 'Bearer wrong', ...headers }))).toEqual(
      Array(6).fill(401),
    );
    expect(await configStatus(app, { ...right, ...headers })).toBe(401);
  });
});

test('Basic credentials of a reverse proxy are nobody’s try', async () => {
  const app = guarded();
  const authorization = `Basic ${btoa('user:password')}`;
  expect(await repeat(12, () => configStatus(app, { authorization }))).toEqual(Array(12).fill(401));
  expect(await configStatus(app, right)).toBe(200);
});

test('a program that tried too many tokens is told how long to wait', async () => {
  const app = guarded();
  await repeat(5, () => configStatus(app, { authorization: 'bearer wrong' }));
  const answer = await app.request('/api/config', { headers: right });
  expect([answer.status, Number(answer.headers.get('retry-after')) > 600]).toEqual([429, true]);
  expect(await answer.json()).toEqual({
    error: {
      code: 'too_many_wrong_tokens',
      message:
        'Too many wrong access tokens came from your address. Nothing was sent and nothing was charged; wait 15 minutes and try again.',
      type: 'rate_limit_error',
    },
    nothing_charged: true,
  });
  const page = await signIn(app);
  expect([page.status, page.headers.get('retry-after') !== null]).toEqual([429, true]);
  expect(await page.text()).toContain('Too many wrong tries. Wait 15 minutes and try again.');
});

test('so is one that asks for the metrics, and a Bearer of a reverse proxy locks nobody out of them', async () => {
  const app = guarded({ metrics: await createMetrics({}) });
  const status = async (headers: Record<string, string>) =>
    (await app.request('/metrics', { headers })).status;
  expect(await repeat(12, () => status({ ...theirs, cookie: 'session=old' }))).toEqual(Array(12).fill(401));
  expect(await status(right)).toBe(200);
  expect(await repeat(7, () => status(theirs))).toEqual([401, 401, 401, 401, 401, 429, 429]);
});

describe('what is no form of ours', () => {
  test.each([
    [413, 'application/x-www-form-urlencoded', `token=${'x'.repeat(5000)}`, 'longer than any access token'],
    [415, 'application/json', JSON.stringify({ token: accessToken }), 'Type it into the field'],
    [415, 'text/plain', `token=${accessToken}`, 'Type it into the field'],
    [415, 'multipart/form-data; boundary=x', '--x--', 'Type it into the field'],
    [415, 'multipart/form-data', 'x'.repeat(5000), 'Type it into the field'],
    [401, 'application/x-www-form-urlencoded', '', 'That is not the access token'],
    [401, 'application/x-www-form-urlencoded', 'token=%ff%zz&token', 'That is not the access token'],
    [303, 'Application/X-WWW-Form-URLEncoded; charset=utf-8', `token=${accessToken}`, ''],
  ])('%i for %s: “%.12s”', async (status, type, body, text) => {
    const headers = { 'content-type': type };
    const answer = await guarded().request('/sign-in', { method: 'POST', headers, body });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)]);
    if (text !== '') expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  test('no body at all is 415', async () => {
    expect((await guarded().request('/sign-in', { method: 'POST' })).status).toBe(415);
  });

  test('one that comes in crumbs is 400, the right token or not', async () => {
    const bytes = Buffer.from(`token=${accessToken}&padding=${'x'.repeat(3000)}`);
    const body = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    expect((await guarded().request('/sign-in', init)).status).toBe(400);
  });
});

describe('over a connection', () => {
  let proxy: RunningProxy | undefined;
  afterEach(() => proxy?.close());

  test('a megabyte without a length is 413', async () => {
    proxy = await startProxy(proxyValues(nowhere, { accessToken }), 0);
    const body = new Blob(['token=', 'x'.repeat(1024 * 1024)]).stream();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    expect((await fetch(`${proxy.url}/sign-in`, init)).status).toBe(413);
  });
});

describe('two servers on one host', () => {
  test.each([
    ['localhost', 'session'],
    ['localhost:8787', 'session-8787'],
    ['127.0.0.1:8788', 'session-8788'],
    ['[::1]:8788', 'session-8788'],
    ['editor.lan:8787', 'session-8787'],
  ])('at %s the session is in the cookie %s', async (host, name) => {
    expect(await cookieFrom(guarded(), { host })).toMatch(new RegExp(`^${name}=\\d`));
  });

  test.each([
    ['https://editor.example', '__Host-session'],
    ['https://editor.example:8443', '__Host-session-8443'],
    ['https://editor.example/editor', '__Secure-session.2feditor'],
    ['https://editor.example/a/b.c/', '__Secure-session.2fa.2fb.2ec'],
    ['https://editor.example:8443/a.b/c', '__Secure-session-8443.2fa.2eb.2fc'],
  ])('of %s the session is in the cookie %s', async (publicUrl, name) => {
    const app = guarded({ publicUrl });
    const { host } = new URL(publicUrl);
    const cookie = await cookieFrom(app, { host });
    expect(cookie.split('=')[0]).toBe(name);
    expect(await configStatus(app, { host, cookie })).toBe(200);
  });

  test('do not sign each other’s people out, nor take them for their own', async () => {
    const one = { app: guarded(), host: 'localhost:8787' };
    const other = { app: guarded({ accessToken: 'another-token-of-it' }), host: 'localhost:8788' };
    const cookie = await cookieFrom(one.app, { host: one.host });
    expect(await configStatus(other.app, { host: other.host, cookie })).toBe(401);
    const out = await other.app.request('/sign-out', {
      method: 'POST',
      headers: { host: other.host, cookie },
    });
    expect(out.headers.get('set-cookie')).toMatch(/^session-8788=; Max-Age=0/);
    expect(await configStatus(one.app, { host: one.host, cookie })).toBe(200);
  });
});

test('the form counts as the server’s own with the port that https has anyway', async () => {
  const app = guarded({ publicUrl: 'https://editor.example' });
  const origin = 'https://editor.example';
  for (const host of ['editor.example', 'editor.example:443', 'editor.example.']) {
    expect((await signIn(app, { host, origin })).status).toBe(303);
  }
  expect((await signIn(app, { host: 'editor.example:443', origin: 'http://editor.example' })).status).toBe(
    403,
  );
});
