import type { RequestListener } from 'node:http';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { startProxy } from '../../../src/proxy/startProxy.ts';
import { type EventStream, openEvents } from '../eventStream.ts';
import { exampleTask } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, proxyValues, startFakeService } from '../fakeService.ts';

const services: FakeService[] = [];
const streams: EventStream[] = [];

afterAll(async () => {
  for (const stream of streams) stream.disconnect();
  await Promise.all(services.map(({ close }) => close()));
});

const task = { ...exampleTask, created: Math.floor(Date.now() / 1000), task_info: { estimated_time: 1 } };
const pending = { ...task, status: 'pending' };
const processing = { ...task, status: 'processing', progress: 50 };
const completed = { ...task, status: 'completed', progress: 100, results: ['https://a.example/1.png'] };
const failed = { ...task, status: 'failed', error: { code: 'service_error', message: 'Broken.' } };
const end = { event: 'end', data: {}, id: undefined };

const answerTask = (data: unknown) => answerJson(200, data);
const answerError = (status: number, code: string, headers = {}) =>
  answerJson(status, { error: { code, message: `It says ${code}.`, type: 'api_error' } }, headers);

/** Answers each query with the next of these, and from then on with the last. */
async function proxyWith(answers: RequestListener[], changes: Partial<ProxyValues> = {}) {
  let next = 0;
  const started = await startFakeService((request, response) => {
    answers[Math.min(next++, answers.length - 1)]?.(request, response);
  });
  services.push(started);
  return { app: proxyFor(started.url, changes), calls: started.calls };
}

async function open(app: ReturnType<typeof proxyFor>, id = 'task-1', lastEventId?: string) {
  const stream = await openEvents(
    (path, init) => app.request(path, init),
    `/api/tasks/${id}/events`,
    lastEventId,
  );
  streams.push(stream);
  return stream;
}

const eventOfTask = (data: unknown) => ({ event: 'task', data, id: expect.stringMatching(/^[\w-]{16}$/) });

/** At the same time, since they wait more than they work. */
describe.concurrent('the events of a task', () => {
  test('tell each state once and end with the last one', async () => {
    const { app, calls } = await proxyWith([
      answerTask(pending),
      answerTask(pending),
      answerTask(processing),
      answerTask(failed),
    ]);
    const { response, rest } = await open(app);
    expect([
      response.status,
      ...['content-type', 'cache-control', 'x-accel-buffering'].map((name) => response.headers.get(name)),
    ]).toEqual([200, 'text/event-stream', 'no-cache, no-transform', 'no']);
    expect(await rest()).toEqual([...[pending, processing, failed].map(eventOfTask), end]);
    expect(calls).toHaveLength(4);
  });

  test('cost one query at a time however many pages watch, and none when nobody does', async () => {
    const { app, calls } = await proxyWith([
      answerTask(processing),
      answerTask(processing),
      answerTask(completed),
    ]);
    const opened = await Promise.all(Array.from({ length: 20 }, () => open(app)));
    const received = await Promise.all(opened.map(({ rest }) => rest()));
    expect(received).toEqual(opened.map(() => [eventOfTask(processing), eventOfTask(completed), end]));
    expect(calls).toHaveLength(3);
  });

  test('are no longer asked for once the last page has left', async () => {
    const { app, calls } = await proxyWith([answerTask(processing)]);
    const [a, b] = [await open(app), await open(app)];
    await a.next();
    await b.next();
    a.disconnect();
    b.disconnect();
    const { length } = calls;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(calls).toHaveLength(length);
  });

  test('start with what is known at once, without a query where the task has ended', async () => {
    const { app, calls } = await proxyWith([answerTask(completed)]);
    await (await open(app)).rest();
    expect(await (await open(app)).rest()).toEqual([eventOfTask(completed), end]);
    expect(calls).toHaveLength(1);
  });

  test('go on after a lost connection without telling the same again', async () => {
    const { app } = await proxyWith([answerTask(processing), answerTask(completed)]);
    const lost = await open(app);
    const first = await lost.next();
    lost.disconnect();
    const events = await (await open(app, 'task-1', first?.id)).rest();
    expect(events).toEqual([eventOfTask(completed), end]);
    expect(await (await open(app, 'task-1', events[0]?.id)).rest()).toEqual([end]);
  });

  test('tell of trouble, wait as long as the service asks, and go on', async () => {
    const asked: number[] = [];
    const { app } = await proxyWith([
      (request, response) => {
        asked.push(performance.now());
        answerError(429, 'rate_limit_exceeded', { 'retry-after': '3' })(request, response);
      },
      (request, response) => {
        asked.push(performance.now());
        answerTask(completed)(request, response);
      },
    ]);
    const trouble = { event: 'trouble', data: { message: 'It says rate_limit_exceeded.' }, id: undefined };
    expect(await (await open(app)).rest()).toEqual([trouble, eventOfTask(completed), end]);
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(2990);
  });

  test.each([
    ['an HTML page', (_request, response) => response.end('<h1>Hello</h1>')],
    ['a status that nobody knows', answerTask({ ...task, status: 'dreaming' })],
    ['a reset', (_request, response) => response.destroy()],
  ] as [string, RequestListener][])('survive %s', async (_name, answer) => {
    const { app } = await proxyWith([answer, answerTask(completed)]);
    const events = await (await open(app)).rest();
    expect(events.map(({ event }) => event).slice(-2)).toEqual(['task', 'end']);
  });

  test.each([
    [401, 'unauthorized', 1],
    [403, 'model_access_denied', 1],
  ])('end where the service refuses with %i', async (status, code, queries) => {
    const { app, calls } = await proxyWith([answerError(status, code)]);
    const data = { status, error: { code, message: `It says ${code}.`, type: 'api_error' } };
    expect(await (await open(app)).rest()).toEqual([{ event: 'refused', data, id: undefined }, end]);
    expect(calls).toHaveLength(queries);
  });

  test('do not take other trouble for an unknown task', async () => {
    const unknown = answerError(404, 'task_not_found');
    const { app } = await proxyWith([answerError(500, 'internal_error'), unknown, answerTask(completed)]);
    const events = await (await open(app)).rest();
    expect(events.map(({ event }) => event)).toEqual(['trouble', 'trouble', 'task', 'end']);
  });

  test('believe that a task is unknown when told three times', async () => {
    const { app, calls } = await proxyWith([answerError(404, 'task_not_found')]);
    const events = await (await open(app)).rest();
    expect(events.map(({ event }) => event)).toEqual(['trouble', 'trouble', 'refused', 'end']);
    expect(calls).toHaveLength(3);
  });

  test.each(['a%2Fb', '%2e%2e', 'a%5Cb', 'a%3Fb', 'x'.repeat(201)])(
    'are refused for the id %s',
    async (id) => {
      const { app, calls } = await proxyWith([answerTask(completed)]);
      expect([400, 404]).toContain((await app.request(`/api/tasks/${id}/events`)).status);
      expect(calls).toEqual([]);
    },
  );

  test('send pages elsewhere when the server stops, and new ones at once', async () => {
    const stopping = new AbortController();
    const { app } = await proxyWith([answerTask(processing)], { stopping: stopping.signal });
    const stream = await open(app);
    await stream.next();
    stopping.abort();
    const reconnect = { event: 'reconnect', data: {}, id: undefined };
    expect(await stream.rest()).toEqual([reconnect]);
    expect(await (await open(app)).rest()).toEqual([reconnect]);
  });

  test('over a real connection come as they happen, and a page that hangs up is noticed', async () => {
    const service = await startFakeService(answerTask(processing));
    services.push(service);
    const proxy = await startProxy(proxyValues(service.url), 0);
    const stream = await openEvents(
      (path, init) => fetch(`${proxy.url}${path}`, init),
      '/api/tasks/task-1/events',
    );
    expect(await stream.next()).toEqual(eventOfTask(processing));
    const other = await openEvents(
      (path, init) => fetch(`${proxy.url}${path}`, init),
      '/api/tasks/task-2/events',
    );
    expect(await other.next()).toEqual(eventOfTask(processing));
    stream.disconnect();
    other.disconnect();
    await proxy.close();
  });
});

test('a silent connection is kept alive', async () => {
  const { app } = await proxyWith([() => undefined]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { body } = await app.request('/api/tasks/task-1/events');
  const reader = body?.getReader();
  const read = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await read()).toBe('retry: 2000\n\n');
  const beat = read();
  await vi.advanceTimersByTimeAsync(15_000);
  vi.useRealTimers();
  expect(await beat).toBe(': still here\n\n');
  await reader?.cancel();
});
