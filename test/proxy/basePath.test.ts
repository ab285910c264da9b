import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { ProxyValues } from '../../src/proxy/createApp.ts';
import type { LogEntry } from '../../src/proxy/guard/requestLog.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/startProxy.ts';
import { createHeaders, exampleRequest } from './examples.ts';
import { proxyFor, proxyValues } from './fakeService.ts';

const appDirectory = mkdtempSync(join(tmpdir(), 'base-path-'));
mkdirSync(join(appDirectory, 'assets'));
writeFileSync(join(appDirectory, 'index.html'), 'the page');
writeFileSync(join(appDirectory, 'assets/index-1a2b.js'), 'the script');
afterAll(() => rmSync(appDirectory, { recursive: true }));

const nowhere = 'http://127.0.0.1:9';
const publicUrl = 'https://example.com/tools/editor';
const accessToken = 'the-token-of-this-test';
const host = { host: 'example.com' };

const editorAt = (changes: Partial<ProxyValues> = {}) =>
  proxyFor(nowhere, { publicUrl, appDirectory, ...changes });

const ask = async (path: string, app = editorAt()) => {
  const response = await app.request(path, { headers: host });
  return [response.status, response.headers.get('location') ?? (await response.text())];
};

describe('below the path of PUBLIC_URL', () => {
  test.each(['/tools/editor', ''])(
    'the page and the server answer at “%s”, whether a reverse proxy keeps the path or takes it off',
    async (base) => {
      expect(await ask(`${base}/`)).toEqual([200, 'the page']);
      expect(await ask(`${base}/assets/index-1a2b.js`)).toEqual([200, 'the script']);
      expect(await ask(`${base}/api/health`)).toEqual([200, '{"status":"ok"}']);
      expect((await ask(`${base}/api/config`))[0]).toBe(200);
      expect((await ask(`${base}/api/nothing`))[0]).toBe(404);
    },
  );

  test('what the browser resolves begins at the slash, so it is sent there', async () => {
    expect(await ask('/tools/editor')).toEqual([302, '/tools/editor/']);
    expect(await ask('/tools/editor?a=1')).toEqual([302, '/tools/editor/?a=1']);
    expect((await ask('/tools/editor', editorAt({ accessToken })))[1]).toBe('/tools/editor/');
  });

  test.each([
    '/tools/editorX/',
    '/tools/editorial',
    '/tools/',
    '/tools',
    '/editor/',
    '/Tools/Editor/',
    '/tools/editor//',
    '/tools//editor/',
    '/tools/editor%2F',
    '/tools/editor%2fapi/health',
    '/tools%2feditor/',
    '/tools/editor/tools/editor/',
    '/tools/editor/api/health/tools/editor',
  ])('%s is something else', async (path) => {
    expect((await ask(path))[0]).toBe(404);
  });

  test('a host without a path has nothing to take off', async () => {
    const app = editorAt({ publicUrl: 'https://example.com' });
    expect(await ask('/', app)).toEqual([200, 'the page']);
    expect((await ask('/tools/editor/', app))[0]).toBe(404);
  });

  test('limits and the log see what is left', async () => {
    const entries: LogEntry[] = [];
    const limits = { ...proxyValues(nowhere).limits, createsPerMinute: 1 };
    const app = editorAt({ limits, log: (entry) => entries.push(entry) });
    const create = () =>
      app.request('/tools/editor/api/generations', {
        method: 'POST',
        headers: { ...createHeaders(), ...host },
        body: JSON.stringify({ ...exampleRequest, prompt: '' }),
      });
    expect([(await create()).status, (await create()).status]).toEqual([400, 429]);
    await app.request('/tools/editor/api/callbacks/secret', { method: 'POST', headers: host });
    expect(entries.map(({ path }) => path)).toEqual([
      '/api/generations',
      '/api/generations',
      '/api/callbacks/:secret',
    ]);
  });
});

describe('signing in below a path', () => {
  const app = editorAt({ accessToken, trustedProxies: 1 });
  const post = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { ...host, origin: 'https://example.com', ...headers },
      body: new URLSearchParams({ token: accessToken }),
    });

  test.each(['/tools/editor', ''])('goes from page to page below it, asked for at “%s”', async (base) => {
    expect(await ask(`${base}/`, app)).toEqual([303, '/tools/editor/sign-in']);
    const [status, page] = await ask(`${base}/sign-in`, app);
    const addresses = [...String(page).matchAll(/(?:href|src|action)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect([status, new Set(addresses)]).toEqual([
      200,
      new Set(['/tools/editor/favicon.svg', '/tools/editor/sign-in.css', '/tools/editor/sign-in']),
    ]);
    const signedIn = await post(`${base}/sign-in`);
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/tools/editor/']);
    const [cookie = '', ...attributes] = signedIn.headers.get('set-cookie')?.split('; ') ?? [];
    expect(attributes).toContain('Path=/tools/editor/');
    const opened = await app.request(`${base}/`, { headers: { ...host, cookie } });
    expect([opened.status, await opened.text()]).toEqual([200, 'the page']);

    const left = await post(`${base}/sign-out`, { cookie });
    expect([left.status, left.headers.get('location')]).toEqual([303, '/tools/editor/sign-in']);
    expect(left.headers.get('set-cookie')).toMatch(/=; Max-Age=0; Path=\/tools\/editor\//);
  });

  test('tells a browser nothing of how the rest of the host is reached', async () => {
    const withoutPath = editorAt({ publicUrl: 'https://example.com' });
    const tell = async (asked: typeof app) =>
      (await asked.request('/', { headers: host })).headers.get('strict-transport-security');
    expect([await tell(app), await tell(withoutPath)]).toEqual([null, 'max-age=31536000']);
  });
});

describe('a path as it comes by the network', () => {
  let proxy: RunningProxy | undefined;

  afterEach(async () => {
    await proxy?.close();
    proxy = undefined;
  });

  async function statusOf(path: string): Promise<string> {
    proxy ??= await startProxy(proxyValues(nowhere, { publicUrl, appDirectory }), 0);
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    socket.write(`GET ${path} HTTP/1.1\r\nhost: example.com\r\nconnection: close\r\n\r\n`);
    return (await text(socket)).split(' ')[1] ?? '';
  }

  test.each([
    ['200', '/tools/editor/'],
    ['200', '/tools/editor/api/health?x=/../'],
    ['404', '/tools/editor%2f..%2f'],
    ['404', '/tools/editor/%2e%2e%2fapi/health'],
    ['404', '/tools/editor/..%5capi/health'],
    ['404', '/tools/editorX/../editor%2f'],
  ])('%s for %s', async (status, path) => {
    expect(await statusOf(path)).toBe(status);
  });

  test.each(['/tools/editor/../../api/health', '/tools/x/../editor/api/health', '/tools/%2e%2e/api/health'])(
    '%s is the address that it comes down to, or none',
    async (path) => {
      expect(['200', '400', '404']).toContain(await statusOf(path));
    },
  );
});
