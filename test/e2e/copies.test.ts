import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../bench/serverProcess.ts';
import { type RedisServer, startRedis } from '../helpers/redisServer.ts';
import { openEvents } from '../proxy/eventStream.ts';
import { exampleTask, exampleUpload } from '../proxy/examples.ts';
import { answerJson, type FakeService, startFakeService } from '../proxy/fakeService.ts';
import { closeContexts, desktop, editorPage, expect, openBrowser, samplePath } from './editorPage.ts';

const task = { ...exampleTask, created: Math.floor(Date.now() / 1000), status: 'processing' };
let redis: RedisServer;
let service: FakeService;
let copies: Record<'a' | 'b', ServerProcess>;
let browser: Browser;
const running = new Set<ServerProcess>();
let state: object = task;
/** Comes between a create and its answer. */
let onCreate = async () => {};

beforeAll(async () => {
  [redis, service, browser] = await Promise.all([startRedis(), startFakeService(serve), openBrowser()]);
  const [a, b] = await Promise.all([startCopy('a'), startCopy('b')]);
  copies = { a, b };
});

afterAll(async () => {
  await closeContexts(browser);
  await Promise.all([...running].map(kill));
  await Promise.all([redis.close(), service.close()]);
});

/** A process of its own, which the service tells by the path that it calls. */
async function startCopy(name: 'a' | 'b'): Promise<ServerProcess> {
  const copy = await startServerProcess([resolve(import.meta.dirname, '../../dist/server/server.js')], {
    PORT: '0',
    REDIS_URL: redis.url,
    EVOLINK_API_KEY: 'the-key-of-this-test',
    EVOLINK_BASE_URL: `${service.url}/${name}`,
    EVOLINK_FILES_URL: service.url,
  });
  running.add(copy);
  await expect.poll(async () => (await fetch(`${copy.url}/api/health/ready`)).status).toBe(200);
  return copy;
}

/** As a crash does: at once, and without a word. */
async function kill(copy: ServerProcess) {
  running.delete(copy);
  await copy.stop();
}

async function serve(request: IncomingMessage, response: ServerResponse) {
  const { url = '' } = request;
  if (url.endsWith('.png')) {
    response.setHeader('content-type', 'image/png').end(await readFile(samplePath('coffee.png')));
  } else if (url.includes('/files/')) answerJson(200, exampleUpload)(request, response);
  else {
    if (url.endsWith('/generations')) await onCreate();
    answerJson(200, state)(request, response);
  }
}

const callsOf = (call: string) => service.calls.filter((each) => each === call).length;

test('a page goes on hearing of its task when the copy that asked for it is killed', async () => {
  // The other copy watches before the page knows of its task, and so asks for both.
  onCreate = async () => {
    const atA = await openEvents(
      (path, init) => fetch(`${copies.a.url}${path}`, init),
      `/api/tasks/${task.id}/events`,
    );
    await atA.next();
  };
  const context = await browser.newContext(desktop);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await context.newPage();
  await page.goto(copies.b.url);
  const editor = editorPage(page);
  await editor.openFile(samplePath('coffee.png'));
  await editor.setField('Canvas width', 800);
  await editor.ask('a cat');
  await editor.button('Generate').click();
  await expect.poll(() => asked).toContain(`/api/tasks/${task.id}/events`);
  await expect.poll(() => callsOf(`GET /a/v1/tasks/${task.id}`)).toBeGreaterThan(1);
  expect(callsOf(`GET /b/v1/tasks/${task.id}`)).toBe(0);

  await kill(copies.a);
  state = { ...task, status: 'completed', progress: 100, results: [`${service.url}/result.png`] };

  await expect(editor.results.getByRole('button', { name: /^Result 1 of 1/ })).toBeVisible();
  expect(callsOf(`GET /b/v1/tasks/${task.id}`)).toBeGreaterThan(0);
  expect(asked.filter((path) => path.startsWith(`/api/tasks/${task.id}`))).toEqual([
    `/api/tasks/${task.id}/events`,
    `/api/tasks/${task.id}/results/0`,
  ]);
  expect(service.calls.filter((call) => call.endsWith('/generations'))).toEqual([
    'POST /b/v1/images/generations',
  ]);
  await context.close();
});
