import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createHeaders, exampleRequest, exampleTask, pngHead } from './examples.ts';
import { answerJson, type FakeService, readBody, startFakeService, testKey } from './fakeService.ts';
import { type BuiltServer, buildServer, pollOptions } from './serverProcess.ts';

let built: BuiltServer;
let service: FakeService | undefined;

beforeAll(async () => {
  built = await buildServer();
}, 60_000);

afterAll(() => built.remove());

afterEach(async () => {
  await built.killAll();
  await service?.close();
  service = undefined;
});

function create(url: string, request: object = exampleRequest, headers = createHeaders()): Promise<Response> {
  return fetch(`${url}/api/generations`, { method: 'POST', headers, body: JSON.stringify(request) });
}

describe('the server as a process', { timeout: 90_000 }, () => {
  test('without a key it runs the sandbox and says so; SIGTERM ends it', async () => {
    const server = built.run({ PORT: '0' });
    const url = await server.url();
    expect(server.output.stdout).toBe(
      `Upload-paint editor: ${url}  (sandbox: no EVOLINK_API_KEY is set, results are local renderings)\n`,
    );
    expect(await (await fetch(`${url}/api/config`)).json()).toMatchObject({ mode: 'sandbox' });
    server.process.kill('SIGTERM');
    expect([await server.exitCode, server.output.stderr]).toEqual([0, '']);
  });

  test('in the sandbox an image goes up, a task runs, and its results come back as images', async () => {
    const server = built.run({ PORT: '0' });
    const url = await server.url();
    const body = await readFile('public/samples/rocket.jpg');
    const headers = { 'content-type': 'image/jpeg' };
    const uploaded = await (await fetch(`${url}/api/files`, { method: 'POST', headers, body })).json();
    const { model_params } = exampleRequest;
    const small = {
      ...model_params,
      canvas: { width: 256, height: 256 },
      img_pos: { x: 64, y: 64, width: 128, height: 128 },
      speed: 'turbo',
    };
    const request = { ...exampleRequest, image_urls: [uploaded.url], model_params: small };
    const task = await (await create(url, request)).json();
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

  test('with METRICS=1 it tells a monitor how it is', async () => {
    const server = built.run({ PORT: '0', METRICS: '1' });
    const url = `${await server.url()}/metrics`;
    expect((await fetch(url)).headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    // Until the loop has been watched for a moment, there is nothing to tell.
    await vi.waitFor(
      async () => {
        expect(await (await fetch(url)).text()).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.]+$/m);
      },
      { timeout: 10_000 },
    );
  });

  test('a wrong configuration is explained on stderr, without the values, and the exit code is 1', async () => {
    const server = built.run({ EVOLINK_API_KEY: `${testKey} ${testKey}`, PORT: 'eighty' });
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

  test('a misspelt variable is pointed out, also where the server does not start for want of the right one', async () => {
    const server = built.run({ ACCES_TOKEN: 'hush', HOST: '0.0.0.0', PORT: '0' });
    expect(await server.exitCode).toBe(1);
    expect(server.output.stderr).toMatch(
      /^ACCES_TOKEN is not a variable of this server and is ignored\. Did you mean ACCESS_TOKEN\?\nHOST=0\.0\.0\.0 lets others/,
    );
    expect(server.output.stderr).not.toContain('hush');
  });

  test('a port in use is explained', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = built.run({ EVOLINK_API_KEY: testKey, PORT: `${port}` });
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
    const server = built.run({
      EVOLINK_API_KEY: testKey,
      EVOLINK_BASE_URL: service.url,
      EVOLINK_FILES_URL: service.url,
      PORT: '0',
    });
    const url = await server.url();
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

  test('what it sent, it knows after it was killed, and sends nothing of it again', async () => {
    let isSilent = false;
    service = await startFakeService(async (request, response) => {
      await readBody(request);
      if (!isSilent) response.end(JSON.stringify(exampleTask));
    });
    const environment = { EVOLINK_API_KEY: testKey, EVOLINK_BASE_URL: service.url, PORT: '0' };
    const first = built.run(environment);
    const url = await first.url();
    const headers = [createHeaders(), createHeaders()];
    expect((await create(url, exampleRequest, headers[0])).status).toBe(200);
    isSilent = true;
    const lost = create(url, exampleRequest, headers[1]).catch(() => 'lost');
    await vi.waitFor(() => expect(service?.calls).toHaveLength(2), pollOptions);
    first.process.kill('SIGKILL');
    expect(await lost).toBe('lost');
    const next = await built.run(environment).url();
    const answers = await Promise.all(headers.map((each) => create(next, exampleRequest, each)));
    expect(answers.map(({ status }) => status)).toEqual([200, 502]);
    expect(await answers[0]?.json()).toEqual(exampleTask);
    expect(await answers[1]?.json()).toMatchObject({ error: { code: 'outcome_unknown' } });
    expect(service.calls).toHaveLength(2);
  });
});
