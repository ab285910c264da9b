import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorResponse } from '../../src/proxy/httpError.ts';
import { startProxy } from '../../src/proxy/startProxy.ts';
import { proxyFor, proxyValues } from './fakeService.ts';

const nowhere = 'http://127.0.0.1:9';

describe('the small routes', () => {
  test('health and configuration', async () => {
    const { limits } = proxyValues(nowhere);
    const set = { ...limits, uploadBytesMax: 2000, requestBytesMax: 1000 };
    const app = proxyFor(nowhere, { mode: 'sandbox', limits: set });
    const answers = await Promise.all(
      ['/api/health', '/api/config'].map(async (path) => (await app.request(path)).json()),
    );
    expect(answers).toEqual([
      { status: 'ok' },
      {
        mode: 'sandbox',
        serviceUrl: 'https://api.evolink.ai',
        needsSignIn: false,
        createMemorySeconds: 86_400,
        limits: {
          uploadBytesMax: 2000,
          requestBytesMax: 1000,
          generationsAtOnce: 3,
        },
      },
    ]);
  });

  test('in live mode tell where the service is', async () => {
    const app = proxyFor('https://service.example', { mode: 'live' });
    expect(await (await app.request('/api/config')).json()).toMatchObject({
      serviceUrl: 'https://service.example',
    });
  });

  test('keep no connection, on which a browser might send a create twice', async () => {
    const proxy = await startProxy(proxyValues(nowhere), 0);
    const response = await fetch(`${proxy.url}/api/health`);
    expect(response.headers.get('connection')).toBe('close');
    await proxy.close();
  });

  test.each(['/api', '/api/', '/api/nothing', '/api/tasks/a/b/c'])('%s is a 404 in JSON', async (path) => {
    const response = await proxyFor(nowhere).request(path);
    const error = {
      code: 'not_found',
      message: 'There is nothing at this address.',
      type: 'invalid_request_error',
    };
    expect([response.status, await response.json()]).toEqual([404, { error }]);
  });

  test('an unforeseen error keeps its details to itself', async () => {
    const response = errorResponse(new Error('/home/me/secret'));
    expect([response.status, await response.json()]).toEqual([
      500,
      {
        error: {
          code: 'internal_error',
          message: 'The editor’s own server failed on this request. Your work is untouched; try again.',
          type: 'api_error',
        },
      },
    ]);
  });
});

describe('who may call', () => {
  const config = (headers: Record<string, string>, host = '127.0.0.1') =>
    proxyFor(nowhere, { host }).request('/api/config', { headers });

  test.each(['localhost:5173', '127.0.0.1:8787', '[::1]:8787', 'LOCALHOST'])(
    'the own name %s',
    async (host) => {
      expect((await config({ host })).status).toBe(200);
    },
  );

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1:8787'])(
    'not the name %s while listening on loopback',
    async (host) => {
      expect((await config({ host })).status).toBe(403);
    },
  );

  test('any name when listening to the network', async () => {
    expect((await config({ host: 'editor.example' }, '0.0.0.0')).status).toBe(200);
  });

  test.each([
    [200, {}],
    [200, { origin: 'http://localhost:5173' }],
    [200, { 'sec-fetch-site': 'same-origin' }],
    [200, { 'sec-fetch-site': 'none' }],
    // A development server that rewrites Host: the browser's verdict counts.
    [200, { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' }],
    [403, { origin: 'http://localhost:4000' }],
    [403, { origin: 'https://evil.example' }],
    [403, { origin: 'null' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [403, { 'sec-fetch-site': 'same-site' }],
  ])('%i for %j', async (status, headers) => {
    expect((await config({ host: 'localhost:5173', ...headers })).status).toBe(status);
  });
});

describe('the built editor', () => {
  let parent: string;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'proxy-app-'));
    await mkdir(join(parent, 'app/assets'), { recursive: true });
    await writeFile(join(parent, 'secret.txt'), 'secret');
    await writeFile(join(parent, 'app/index.html'), '<!doctype html>');
    await writeFile(join(parent, 'app/assets/main-4f2a.js'), 'export {};');
  });

  afterAll(() => rm(parent, { recursive: true }));

  async function get(path: string) {
    const response = await proxyFor(nowhere, { appDirectory: join(parent, 'app') }).request(path);
    const { headers } = response;
    return [
      response.status,
      headers.get('content-type'),
      headers.get('cache-control'),
      await response.text(),
    ];
  }

  test('is served with its types; only files with a hash in their name are kept', async () => {
    expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', 'no-cache', '<!doctype html>']);
    expect(await get('/assets/main-4f2a.js')).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'export {};',
    ]);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/a%00',
    '/%',
    '/nothing',
  ])('%s is a 404', async (path) => {
    expect((await get(path))[0]).toBe(404);
  });

  test('comes with headers that keep other sites and other origins’ content out', async () => {
    const response = await proxyFor(nowhere, { appDirectory: join(parent, 'app') }).request('/');
    const names = [
      'content-security-policy',
      'x-content-type-options',
      'x-frame-options',
      'cross-origin-resource-policy',
    ];
    expect(names.map((name) => response.headers.get(name))).toEqual([
      "default-src 'self'; img-src 'self' blob: data:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      'nosniff',
      'DENY',
      'same-origin',
    ]);
  });

  test('says so when it is missing', async () => {
    const response = await proxyFor(nowhere).request('/');
    expect([response.status, await response.text()]).toEqual([
      503,
      'The editor has not been built yet. Run “npm run build” and start again.\n',
    ]);
  });
});
