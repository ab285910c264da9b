import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import type { LogEntry } from '../../../src/proxy/guard/requestLog.ts';
import { openEvents } from '../eventStream.ts';
import { exampleRequest, exampleTask } from '../examples.ts';
import {
  answerJson,
  type FakeService,
  proxyFor,
  readBody,
  startFakeService,
  testKey,
} from '../fakeService.ts';

const publicUrl = 'https://editor.example.com';

let service: FakeService | undefined;

afterEach(async () => {
  await service?.close();
  service = undefined;
});

const completed = {
  ...exampleTask,
  status: 'completed',
  progress: 100,
  results: ['https://a.example/1.png'],
};
const query = `GET /v1/tasks/${exampleTask.id}`;

/** A service that answers queries so, and keeps the requests for a task. */
async function start(answer: RequestListener, changes: Partial<ProxyValues> = {}) {
  const created: Record<string, unknown>[] = [];
  const started = await startFakeService(async (request, response) => {
    if (request.method === 'GET') return answer(request, response);
    created.push(JSON.parse(String(await readBody(request))));
    response.end(JSON.stringify(exampleTask));
  });
  service = started;
  const app = proxyFor(started.url, { publicUrl, ...changes });
  const create = (request: object = exampleRequest) =>
    app.request('/api/generations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  const queries = () => started.calls.filter((call) => call.startsWith('GET'));
  return { app, created, create, queries };
}

type Started = Awaited<ReturnType<typeof start>>;

/** The path at which the service was told to call. */
async function callbackPath({ create, created }: Started): Promise<string> {
  await create();
  return String(created.at(-1)?.callback_url).slice(publicUrl.length);
}

/** As the service calls: from elsewhere, under the public name, without a session. */
function postCallback({ app }: Started, path: string, body: unknown = completed): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { host: 'editor.example.com', 'content-type': 'application/json' };
  return Promise.resolve(app.request(path, { method: 'POST', headers, body: text }));
}

describe('a request for a task', () => {
  test('carries a callback address of its own, which says nothing of the key', async () => {
    const started = await start(answerJson(200, completed));
    const paths = [await callbackPath(started), await callbackPath(started)];
    expect(paths).toEqual(paths.map(() => expect.stringMatching(/^\/api\/callbacks\/[\w-]{43}$/)));
    expect(new Set(paths).size).toBe(2);
    expect(started.created[0]).toEqual({ ...exampleRequest, callback_url: publicUrl + paths[0] });
  });

  test('keeps the address that the page gave it', async () => {
    const { create, created } = await start(answerJson(200, completed));
    await create({ ...exampleRequest, callback_url: 'https://mine.example/done' });
    expect(created[0]?.callback_url).toBe('https://mine.example/done');
  });

  test('has none where the server has no public address', async () => {
    const { create, created } = await start(answerJson(200, completed), { publicUrl: undefined });
    await create();
    expect(created).toEqual([exampleRequest]);
  });
});

describe('a callback', () => {
  test('is confirmed by asking the service once, and told to whoever watches', async () => {
    const answers = [{ ...exampleTask, status: 'processing', task_info: { estimated_time: 600 } }, completed];
    const started = await start((request, response) => answerJson(200, answers.shift())(request, response));
    const path = await callbackPath(started);
    const stream = await openEvents(
      (to, init) => started.app.request(to, init),
      `/api/tasks/${exampleTask.id}/events`,
    );
    expect((await stream.next())?.data).toMatchObject({ status: 'processing' });
    const response = await postCallback(started, path, { ...completed, results: ['https://evil.example/'] });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect((await stream.rest()).map(({ event, data }) => [event, data])).toEqual([
      ['task', completed],
      ['end', {}],
    ]);
    expect(started.queries()).toEqual([query, query]);
  });

  test('that is sent again asks nothing', async () => {
    const started = await start(answerJson(200, completed));
    const path = await callbackPath(started);
    const statuses = [];
    for (let time = 0; time < 5; time++) statuses.push((await postCallback(started, path)).status);
    expect([statuses, started.queries()]).toEqual([[204, 204, 204, 204, 204], [query]]);
  });

  test('cannot make the server ask for one task over and over', async () => {
    const started = await start(answerJson(200, { ...exampleTask, status: 'processing' }));
    const path = await callbackPath(started);
    const responses = await Promise.all(Array.from({ length: 20 }, () => postCallback(started, path)));
    expect(responses.map(({ status }) => status).sort()).toEqual([204, ...Array(19).fill(503)]);
    expect(responses.at(-1)?.headers.get('retry-after')).toBe('1');
    expect(started.queries()).toEqual([query]);
  });

  test('cannot make the server ask for many tasks at once', async () => {
    const started = await start(() => undefined, {
      timeouts: { create: 500, upload: 500, read: 500, image: 500 },
    });
    const path = await callbackPath(started);
    const statuses = await Promise.all(
      Array.from(
        { length: 30 },
        async (_, index) => (await postCallback(started, path, { id: `task-${index}` })).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(new Set(started.queries()).size).toBe(8);
  });

  test('about a task that the service does not know changes nothing and tells nothing', async () => {
    const body = {
      error: { code: 'task_not_found', message: 'No such task.', type: 'invalid_request_error' },
    };
    const started = await start(answerJson(404, body));
    const response = await postCallback(started, await callbackPath(started), { id: 'task-of-nobody' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('is to be sent again while the service cannot confirm it', async () => {
    const started = await start((_request, response) => response.destroy());
    expect((await postCallback(started, await callbackPath(started))).status).toBe(503);
  });

  test.each([
    ['the secret of another key', 'x'.repeat(43)],
    ['no secret', ''],
    ['a path', '..%2f..%2fhealth'],
  ])('to %s is a 404 without a question', async (_name, secret) => {
    const started = await start(answerJson(200, completed));
    expect((await postCallback(started, `/api/callbacks/${secret}`)).status).toBe(404);
    expect(started.queries()).toEqual([]);
  });

  test.each([
    ['{', 400],
    ['[]', 400],
    ['{"id":"../x"}', 400],
    ['{"id":7}', 400],
    [`{"id":"a","pad":"${'x'.repeat(65 * 1024)}"}`, 413],
  ])('of %.20s… is refused without a question', async (body, status) => {
    const started = await start(answerJson(200, completed));
    expect((await postCallback(started, await callbackPath(started), body)).status).toBe(status);
    expect(started.queries()).toEqual([]);
  });

  test('needs no session, and its secret is in no log', async () => {
    const log: LogEntry[] = [];
    const started = await start(answerJson(200, completed), {
      accessToken: 'a-token-of-the-right-length',
      log: (entry) => log.push(entry),
    });
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer a-token-of-the-right-length',
    };
    const body = JSON.stringify(exampleRequest);
    await started.app.request('/api/generations', { method: 'POST', headers, body });
    const path = String(started.created[0]?.callback_url).slice(publicUrl.length);
    expect((await postCallback(started, path)).status).toBe(204);
    expect(JSON.stringify(log)).not.toContain(path.split('/').at(-1));
    expect(JSON.stringify(log)).not.toContain(testKey);
    expect(log.at(-1)?.path).toBe('/api/callbacks/:secret');
  });
});
