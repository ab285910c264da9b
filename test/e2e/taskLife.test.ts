import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, Request, Route } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, test } from 'vitest';
import { taskSchema } from '../../src/contract/task.ts';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/startSandbox.ts';
import { freePort } from '../helpers/freePort.ts';
import {
  closeContexts,
  desktop,
  type EditorPage,
  editorPage,
  expect,
  openBrowser,
  samplePath,
  soon,
} from './editorPage.ts';

/** The service outlives the editor's server here, which is what is killed. */
let service: RunningSandbox;
let browser: Browser;
let port: number;
let dataDirectory: string;
let server: ChildProcess | undefined;
let context: BrowserContext;
let editor: EditorPage;
/** Requests to create a generation, from any tab. */
let sent: Request[];

beforeAll(async () => {
  service = await startSandbox({ host: '127.0.0.1', port: 0, pace: 0.7 });
  browser = await openBrowser();
  port = await freePort();
  dataDirectory = await mkdtemp(join(tmpdir(), 'editor-'));
});

beforeEach(async () => {
  sent = [];
  if (!isRunning()) server = await startServer();
  context = await browser.newContext(desktop);
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/generations')) sent.push(request);
  });
  editor = await openTab();
  await editor.openFile(samplePath('coffee.png'));
  await editor.setField('Canvas width', 800);
  await editor.ask('a cat [sandbox:results=1]');
});

afterEach(() => context.close());

afterAll(async () => {
  await closeContexts(browser);
  await stopServer('SIGTERM');
  await service.close();
  await rm(dataDirectory, { recursive: true });
});

async function startServer(): Promise<ChildProcess> {
  const started = spawn(process.execPath, [resolve('dist/server/server.js')], {
    env: {
      PATH: process.env.PATH,
      PORT: `${port}`,
      EVOLINK_API_KEY: 'key-of-this-test',
      EVOLINK_BASE_URL: service.url,
      EVOLINK_FILES_URL: service.url,
      DATA_DIR: dataDirectory,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(started.stdout)) if (line.includes('http://')) break;
  started.stdout.resume();
  return started;
}

function isRunning(): boolean {
  return server !== undefined && server.exitCode === null && server.signalCode === null;
}

async function stopServer(signal: 'SIGKILL' | 'SIGTERM') {
  if (server === undefined || !isRunning()) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

async function openTab(): Promise<EditorPage> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}`);
  return editorPage(page);
}

const created = () => soon(async () => (await sent[0]?.response())?.status()).toBe(200);

test('the server is killed while the task runs and started again: the result comes, and it was sent once', async () => {
  await editor.button('Generate').click();
  await created();
  await stopServer('SIGKILL');
  server = await startServer();
  await expect(editor.results).toHaveCount(1, { timeout: 40_000 });
  expect(sent).toHaveLength(1);
});

test('the server is gone when Generate is pressed: uploading goes on when it is back, and sends once', async () => {
  await stopServer('SIGKILL');
  let isBack = () => {};
  const back = new Promise<void>((resolve) => {
    isBack = resolve;
  });
  let uploads = 0;
  await context.route('**/api/files?*', async (route) => {
    uploads += 1;
    // The first finds nobody there. However long the start takes, it is not up to the machine whether the next is the last.
    if (uploads > 1) await back;
    await route.continue();
  });
  await editor.button('Generate').click();
  await soon(() => uploads).toBe(2);
  server = await startServer();
  isBack();
  await expect(editor.results).toHaveCount(1, { timeout: 40_000 });
  expect(sent).toHaveLength(1);
});

test('the server is killed as the request arrives: once it is back, the next page gets the task, paid once', async () => {
  const killServer = async (route: Route) => {
    await stopServer('SIGKILL');
    await route.continue();
  };
  await context.route('**/api/generations', killServer, { times: 1 });
  await editor.button('Generate').click();
  await soon(() => sent.length).toBeGreaterThan(0);
  server = await startServer();
  await editor.page.reload();
  await expect(editor.results).toHaveCount(1, { timeout: 40_000 });
  expect(new Set(sent.map((request) => request.headers()['x-generation-id'])).size).toBe(1);
});

test('the tab is closed while the task runs: the next one gets the result', async () => {
  await editor.button('Generate').click();
  await created();
  const next = await openTab();
  await editor.page.close({ runBeforeUnload: false });
  await expect(next.results).toHaveCount(1, { timeout: 40_000 });
  expect(sent).toHaveLength(1);
});

test('the computer is offline until the task is done: the result comes', async () => {
  await editor.button('Generate').click();
  await created();
  const task: unknown = await (await sent[0]?.response())?.json();
  const { id } = taskSchema.parse(task);
  await context.setOffline(true);
  await soon(() => statusAtService(id)).toBe('completed');
  await context.setOffline(false);
  await expect(editor.results).toHaveCount(1, { timeout: 40_000 });
  expect(sent).toHaveLength(1);
});

async function statusAtService(id: string): Promise<string> {
  const headers = { authorization: 'Bearer key-of-this-test' };
  const response = await fetch(`${service.url}/v1/tasks/${id}`, { headers });
  return (await response.json()).status;
}
