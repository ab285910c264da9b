import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import type { LogEntry } from '../../../src/proxy/guard/requestLog.ts';
import { openEvents } from '../eventStream.ts';
import { createHeaders, exampleRequest, exampleTask } from '../examples.ts';
import {
  answerJson,
  type FakeService,
  proxyFor,
  proxyValues,
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
async function start(answer: RequestListener, changes: Partial<ProxyValues> = {}, isCreating = true) {
  const created: Record<string, unknown>[] = [];
  const started = await startFakeService(async (request, response) => {
    if (request.method === 'GET') return answer(request, response);
    created.push(JSON.parse(String(await readBody(request))));
    if (!isCreating) return response.destroy();
    response.end(JSON.stringify(exampleTask));
  });
  service = started;
  const app = proxyFor(started.url, { publicUrl, ...changes });
  const create = (request: object = exampleRequest) =>
    app.request('/api/generations', {
      method: 'POST',
      headers: createHeaders(),
      body: JSON.stringify(request),
    });
  const queries = () => started.calls.filter((call) => call.startsWith('GET'));
  return { app, created, create, queries };
}

type Started = Awaited<ReturnType<typeof start>>;
type App = Pick<Started, 'app'>;

/** The path at which the service was told to call. */
async function callbackPath({ create, created }: Started): Promise<string> {
  await create();
  return String(created.at(-1)?.callback_url).slice(publicUrl.length);
}

/** As the service calls: from elsewhere, under the public name, without a session. */
function postCallback({ app }: App, path: string, body: unknown = completed): Promise<Response> {
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

  test('cannot make the server ask for any task but its own', async () => {
    const { limits } = proxyValues('http://127.0.0.1:9');
    const started = await start(answerJson(200, completed), { limits: { ...limits, requestsAtOnce: 1000 } });
    const path = await callbackPath(started);
    const statuses = await Promise.all(
      Array.from(
        { length: 600 },
        async (_, index) => (await postCallback(started, path, { id: `task-${index}` })).status,
      ),
    );
    expect([new Set(statuses), started.queries()]).toEqual([new Set([404]), []]);
    expect([(await postCallback(started, path)).status, started.queries()]).toEqual([204, [query]]);
  });

  test('counts for the rate limit of the one who calls, before its secret is looked at', async () => {
    const { limits } = proxyValues('http://127.0.0.1:9');
    const started = await start(answerJson(200, completed), { limits: { ...limits, requestsPerMinute: 5 } });
    const path = await callbackPath(started);
    const call = async (to: string) => (await postCallback(started, to)).status;
    const statuses = [await call(path), await call(`${path}x`), await call(`${path}x`), await call(path)];
    expect(statuses).toEqual([204, 404, 404, 204]);
    expect([await call(path), await call(`${path}x`)]).toEqual([429, 429]);
  });

  test('that comes before its task is known is to be sent again, and is then believed', async () => {
    let early: Promise<Response> | undefined;
    const service = await startFakeService(async (request, response) => {
      if (request.method === 'GET') return answerJson(200, completed)(request, response);
      path = JSON.parse(String(await readBody(request))).callback_url.slice(publicUrl.length);
      early = postCallback(started, path);
      await early;
      response.end(JSON.stringify(exampleTask));
    });
    let path = '';
    const app = proxyFor(service.url, { publicUrl });
    const started = { app };
    const body = JSON.stringify(exampleRequest);
    await app.request('/api/generations', { method: 'POST', headers: createHeaders(), body });
    const first = await early;
    expect([first?.status, first?.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await postCallback(started, path)).status).toBe(204);
    expect(service.calls.filter((call) => call.startsWith('GET'))).toEqual([query]);
    await service.close();
  });

  test('for a create that came to nothing is to nobody, once the create is over', async () => {
    let clock = Date.now();
    const started = await start(answerJson(200, completed), { now: () => clock }, false);
    const path = await callbackPath(started);
    const statuses = [(await postCallback(started, path)).status];
    clock += 60_000;
    statuses.push((await postCallback(started, path)).status);
    expect([statuses, started.queries()]).toEqual([[503, 404], []]);
  });

  test('is to nobody a day later, and asks nothing once its task has ended', async () => {
    let clock = Date.now();
    const started = await start(answerJson(200, completed), { now: () => clock });
    const path = await callbackPath(started);
    const statuses = [(await postCallback(started, path)).status];
    // By then nobody remembers the task's end but the secret.
    clock += 23 * 3_600_000;
    statuses.push((await postCallback(started, path)).status);
    clock += 3_600_001;
    statuses.push((await postCallback(started, path)).status);
    expect([statuses, started.queries()]).toEqual([[204, 204, 404], [query]]);
  });

  test('about a task that the service does not know changes nothing and tells nothing', async () => {
    const body = {
      error: { code: 'task_not_found', message: 'No such task.', type: 'invalid_request_error' },
    };
    const started = await start(answerJson(404, body));
    const response = await postCallback(started, await callbackPath(started));
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
    const headers = { ...createHeaders(), authorization: 'Bearer a-token-of-the-right-length' };
    const body = JSON.stringify(exampleRequest);
    await started.app.request('/api/generations', { method: 'POST', headers, body });
    const path = String(started.created[0]?.callback_url).slice(publicUrl.length);
    expect((await postCallback(started, path)).status).toBe(204);
    expect(JSON.stringify(log)).not.toContain(path.split('/').at(-1));
    expect(JSON.stringify(log)).not.toContain(testKey);
    expect(log.at(-1)?.path).toBe('/api/callbacks/:secret');
  });
});
