import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { exampleRequest, exampleTask, pngHead } from './examples.ts';
import { answerJson, type FakeService, readBody, startFakeService, testKey } from './fakeService.ts';

/** In milliseconds: for a busy machine, on which a process takes seconds to start. */
const pollOptions = { timeout: 60_000, interval: 100 };

let outDir: string;

beforeAll(async () => {
  // Inside the project, because the bundle imports its packages by name.
  outDir = await mkdtemp(resolve('node_modules/.server-test-'));
  await build({ build: { ssr: 'src/server.ts', outDir }, logLevel: 'error' });
}, 60_000);

afterAll(() => rm(outDir, { recursive: true }));

type RunningServer = Readonly<{
  process: ChildProcess;
  output: { stdout: string; stderr: string };
  exitCode: Promise<number | null>;
}>;

const running: RunningServer[] = [];
let service: FakeService | undefined;

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.process.kill('SIGKILL');
    await server.exitCode;
  }
  await service?.close();
  service = undefined;
});

function run(environment: Record<string, string>): RunningServer {
  const process = spawn('node', [join(outDir, 'server.js')], {
    // What it keeps, it keeps there.
    cwd: outDir,
    env: { PATH: globalThis.process.env.PATH, ...environment },
  });
  const output = { stdout: '', stderr: '' };
  process.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  process.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const exitCode = once(process, 'close').then(([code]) => code);
  const server = { process, output, exitCode };
  running.push(server);
  return server;
}

async function urlOf(server: RunningServer): Promise<string> {
  return vi.waitFor(() => {
    const url = /http:\/\/\S+/.exec(server.output.stdout)?.[0];
    if (url === undefined) throw new Error(`no URL yet: ${server.output.stderr}`);
    return url;
  }, pollOptions);
}

function create(url: string, request: object = exampleRequest): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}/api/generations`, { method: 'POST', headers, body: JSON.stringify(request) });
}

/** On a connection of its own. */
async function connect(url: string): Promise<void> {
  const [response] = await once(get(`${url}/api/health`, { agent: false }), 'response');
  response.resume();
}

describe('the server as a process', { timeout: 90_000 }, () => {
  test('without a key it runs the sandbox and says so; SIGTERM ends it', async () => {
    const server = run({ PORT: '0' });
    const url = await urlOf(server);
    expect(server.output.stdout).toBe(
      `Upload-paint editor: ${url}  (sandbox: no EVOLINK_API_KEY is set, results are local renderings)\n`,
    );
    expect(await (await fetch(`${url}/api/config`)).json()).toMatchObject({ mode: 'sandbox' });
    server.process.kill('SIGTERM');
    expect([await server.exitCode, server.output.stderr]).toEqual([0, '']);
  });

  test('in the sandbox an image goes up, a task runs, and its results come back as images', async () => {
    const server = run({ PORT: '0' });
    const url = await urlOf(server);
    const body = await readFile('public/samples/rocket.jpg');
    const headers = { 'content-type': 'image/jpeg' };
    const uploaded = await (await fetch(`${url}/api/files`, { method: 'POST', headers, body })).json();
    const task = await (await create(url, { ...exampleRequest, image_urls: [uploaded.url] })).json();
    const completed = await vi.waitFor(async () => {
      const current = await (await fetch(`${url}/api/tasks/${task.id}`)).json();
      expect(current.status).toBe('completed');
      return current;
    }, pollOptions);
    expect(completed.results).toHaveLength(4);
    const result = await fetch(`${url}/api/tasks/${task.id}/results/3`);
    expect([result.status, result.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await result.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    server.process.kill('SIGTERM');
    expect([await server.exitCode, server.output.stderr]).toEqual([0, '']);
  });

  test('a wrong configuration is explained on stderr, without the values, and the exit code is 1', async () => {
    const server = run({ EVOLINK_API_KEY: `${testKey} ${testKey}`, PORT: 'eighty' });
    expect(await server.exitCode).toBe(1);
    expect(server.output).toEqual({
      stdout: '',
      stderr: [
        'The configuration is wrong. Correct these environment variables and start again:',
        '  EVOLINK_API_KEY must be the key alone: one line, no spaces, no characters outside ASCII.',
        '  PORT must be a whole number from 0 (any free port) to 65535.',
        '',
      ].join('\n'),
    });
  });

  test('a port in use is explained', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = run({ EVOLINK_API_KEY: testKey, PORT: `${port}` });
    expect(await server.exitCode).toBe(1);
    expect(server.output).toEqual({
      stdout: '',
      stderr:
        'The port is already in use. Stop the other program, or set PORT to another number (0: any free one).\n',
    });
    other.close();
  });

  test('the key reaches the service, but neither the terminal nor the page, whatever goes wrong', async () => {
    const keys: unknown[] = [];
    service = await startFakeService((request, response) => {
      keys.push(request.headers.authorization);
      const body = { error: { code: testKey, message: `Bad key ${testKey}` } };
      if (request.method === 'GET') response.destroy(new Error(testKey));
      else answerJson(401, body, { 'www-authenticate': testKey })(request, response);
    });
    const server = run({
      EVOLINK_API_KEY: testKey,
      EVOLINK_BASE_URL: service.url,
      EVOLINK_FILES_URL: service.url,
      PORT: '0',
    });
    const url = await urlOf(server);
    const upload = { method: 'POST', headers: { 'content-type': 'image/png' }, body: pngHead };
    const responses = [
      await create(url),
      await fetch(`${url}/api/files`, upload),
      await fetch(`${url}/api/tasks/a`),
      await fetch(`${url}/api/tasks/a/results/0`),
      await fetch(`${url}/api/config`),
      await fetch(url),
    ];
    const texts = await Promise.all(
      responses.map(async (one) => JSON.stringify([[...one.headers], await one.text()])),
    );
    server.process.kill('SIGTERM');
    expect(await server.exitCode).toBe(0);
    expect(keys).toEqual(keys.map(() => `Bearer ${testKey}`));
    expect(responses.map(({ status }) => status)).toEqual([401, 401, 502, 502, 200, 503]);
    expect(texts.join()).not.toContain(testKey);
    expect(server.output).toEqual({ stdout: `Upload-paint editor: ${url}\n`, stderr: '' });
  });

  test('SIGTERM lets a running request finish: it may be costing money', async () => {
    const arrivals: (() => void)[] = [];
    service = await startFakeService(async (request, response) => {
      await readBody(request);
      arrivals.push(() => response.end(JSON.stringify(exampleTask)));
    });
    const server = run({ EVOLINK_API_KEY: testKey, EVOLINK_BASE_URL: service.url, PORT: '0' });
    const url = await urlOf(server);
    const created = create(url);
    const [answer] = await vi.waitFor(() => {
      expect(arrivals).toHaveLength(1);
      return arrivals;
    }, pollOptions);
    server.process.kill('SIGTERM');
    await vi.waitFor(() => expect(connect(url)).rejects.toThrow('ECONNREFUSED'), pollOptions);
    answer?.();
    expect(await (await created).json()).toEqual(exampleTask);
    expect(await server.exitCode).toBe(0);
  });
});
