import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Agent, type RequestInit, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, describe, expect as expectNow, test } from 'vitest';
import { createSandbox } from '../../src/sandbox/createSandbox.ts';
import { renderVariants } from '../../src/sandbox/render/renderVariants.ts';
import { type ServerProcess, startServerProcess } from '../bench/serverProcess.ts';
import { selfSigned } from '../helpers/certificate.ts';
import { freePort } from '../helpers/freePort.ts';
import { type ReverseProxy, startReverseProxy } from '../helpers/reverseProxy.ts';
import { createHeaders, exampleRequest, pngHead } from '../proxy/examples.ts';
import { desktop, editorPage, expect, openBrowser, samplePath } from './editorPage.ts';

const token = 'the-token-of-this-test';
const certificate = selfSigned('example.com');
/** Whose example.com is this machine. */
const dispatcher = new Agent({
  connect: {
    ca: certificate.cert,
    lookup: (_host, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
  },
});

describe.each([
  { kind: 'nginx', takesPathOff: false },
  { kind: 'nginx', takesPathOff: true },
  { kind: 'Caddy', takesPathOff: false },
  { kind: 'Caddy', takesPathOff: true },
] as const)('below a path behind $kind, which takes it off: $takesPathOff', ({ kind, takesPathOff }) => {
  let editorUrl: string;
  let server: ServerProcess;
  let reverseProxy: ReverseProxy;
  let closeSandbox: () => void;
  let cookie: string;
  /** The callbacks that the sandbox made, and what came of them. */
  const callbacks: unknown[] = [];

  const ask = (path: string, init: RequestInit = {}) =>
    undiciFetch(new URL(path, editorUrl), { redirect: 'manual', dispatcher, ...init });

  beforeAll(async () => {
    const port = await freePort();
    editorUrl = `https://example.com:${port}/editor/`;
    const sandbox = await startSandbox(new URL(editorUrl).origin, async (...request) => {
      const response = await ask(...request);
      callbacks.push([new URL(request[0]).pathname.replace(/[^/]+$/, ''), response.status]);
      return new Response(null, { status: response.status });
    });
    closeSandbox = sandbox.close;
    server = await startServerProcess([resolve(import.meta.dirname, '../../dist/server/server.js')], {
      PORT: '0',
      EVOLINK_API_KEY: 'the-key-of-this-test',
      EVOLINK_BASE_URL: sandbox.url,
      EVOLINK_FILES_URL: sandbox.url,
      ACCESS_TOKEN: token,
      PUBLIC_URL: editorUrl,
      TRUST_PROXY: '1',
      LOG: 'off',
    });
    reverseProxy = await startReverseProxy(kind, {
      port,
      server: new URL(server.url).host,
      certificate,
      takesPathOff,
    });
    const body = new URLSearchParams({ token });
    const signedIn = await ask('sign-in', {
      method: 'POST',
      body,
      headers: { origin: new URL(editorUrl).origin },
    });
    expectNow([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/editor/']);
    cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  });

  afterAll(async () => {
    await reverseProxy.close();
    await server.stop();
    closeSandbox();
  });

  test('the page is there from the first redirect on, compressed', async () => {
    const redirect = await ask('/editor');
    expectNow([301, 302]).toContain(redirect.status);
    expectNow(new URL(redirect.headers.get('location') ?? '', editorUrl).href).toBe(editorUrl);

    const unknown = await ask('');
    expectNow([unknown.status, unknown.headers.get('location')]).toEqual([303, '/editor/sign-in']);
    const page = await ask('', { headers: { cookie, 'accept-encoding': 'br' } });
    expectNow([page.status, page.headers.get('content-encoding')]).toEqual([200, 'br']);
    const etag = page.headers.get('etag') ?? '';
    expectNow(
      (await ask('', { headers: { cookie, 'accept-encoding': 'br', 'if-none-match': etag } })).status,
    ).toBe(304);
    expectNow((await ask('/editorX/', { headers: { cookie } })).status).not.toBe(303);
  });

  test('an upload of 20 MB goes through', async () => {
    const body = Buffer.concat([pngHead, Buffer.alloc(20_000_000)]);
    const headers = { cookie, 'content-type': 'image/png' };
    const uploaded = await ask('api/files?name=big.png', { method: 'POST', headers, body });
    expectNow([uploaded.status, await uploaded.json()]).toMatchObject([200, { url: expectNow.any(String) }]);
  });

  test('events come while the task runs, and the service can call back', async () => {
    const photo = await readFile(samplePath('rocket.jpg'));
    const uploaded = await ask('api/files?name=rocket.jpg', {
      method: 'POST',
      headers: { cookie, 'content-type': 'image/jpeg' },
      body: photo,
    });
    const { url } = (await uploaded.json()) as { url: string };
    // Small, since it is not the picture that is tried.
    const model_params = {
      ...exampleRequest.model_params,
      canvas: { width: 256, height: 256 },
      img_pos: { x: 64, y: 64, width: 128, height: 128 },
    };
    const request = {
      ...exampleRequest,
      prompt: 'a rocket [sandbox:results=1]',
      image_urls: [url],
      model_params,
    };
    const created = await ask('api/generations', {
      method: 'POST',
      headers: { cookie, ...createHeaders() },
      body: JSON.stringify(request),
    });
    const task = (await created.json()) as { id: string };
    const events = await ask(`api/tasks/${task.id}/events`, { headers: { cookie } });
    const chunks: string[] = [];
    for await (const chunk of events.body ?? []) chunks.push(Buffer.from(chunk).toString());
    const told = chunks.map((chunk) => [...chunk.matchAll(/"status":"(\w+)"/g)].map(([, status]) => status));
    const statuses = told.filter((each) => each.length > 0);
    // A buffer on the way would hand on everything at the end.
    expectNow([statuses[0]?.includes('completed'), statuses.at(-1)?.at(-1)]).toEqual([false, 'completed']);
    await expect.poll(() => callbacks).toEqual([['/editor/api/callbacks/', 204]]);
  });

  // One of each kind: a browser takes its time.
  test.runIf((kind === 'nginx') === takesPathOff)(
    'a person opens a sample, generates, and sees a result',
    async () => {
      const browser = await openBrowser();
      const context = await browser.newContext({ ...desktop, ignoreHTTPSErrors: true });
      try {
        const page = await context.newPage();
        const failed: string[] = [];
        const elsewhere: string[] = [];
        page.on('request', (request) => {
          const isOurs = request.url().startsWith(editorUrl) || /^(?:blob|data):/.test(request.url());
          if (!isOurs) elsewhere.push(request.url());
        });
        page.on('requestfailed', (request) => {
          // What the page lets go of itself, as the events of a task that has ended, has not failed.
          if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
        });
        page.on('response', (response) => {
          if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
        });
        await page.goto(editorUrl);
        await page.getByLabel(/token/i).fill(token);
        await page.getByRole('button', { name: 'Sign in' }).click();
        const editor = editorPage(page);
        await page.getByRole('button', { name: /coffee/i }).click();
        await expect(page.getByText('coffee.png')).toBeVisible();
        await editor.setField('Canvas width', 800);
        await editor.ask('a cat [sandbox:results=1]');
        await editor.button('Generate').click();
        await expect(editor.results.getByRole('button', { name: /^Result 1 of 1/ })).toBeVisible();
        await editor.button('Sign out').click();
        await expect(page).toHaveURL(`${editorUrl}sign-in`);
        expectNow({ elsewhere, failed }).toEqual({ elsewhere: [], failed: [] });
      } finally {
        await context.close();
      }
    },
  );
});

type SendCallback = (...request: [url: string, init: RequestInit]) => Promise<Response>;

/** On loopback, where it stands in for the service; it calls back through the reverse proxy. */
async function startSandbox(callbackOrigin: string, sendCallback: SendCallback) {
  let id = 0;
  const app = createSandbox({
    now: Date.now,
    randomId: () => String(++id),
    pace: 0.1,
    callbackOrigin,
    wait: delay,
    fetch: (url, init) => sendCallback(String(url), init as RequestInit),
    storageBytesMax: 1024 ** 3,
    render: renderVariants,
  });
  const port = await freePort();
  const server = createAdaptorServer({ fetch: app.fetch }).listen(port, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
