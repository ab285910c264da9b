import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OutboundRequest } from '../../src/proxy/http/outboundRequest.ts';
import { connectRedis } from '../../src/proxy/redis.ts';
import { startProxy } from '../../src/proxy/startProxy.ts';
import { startSandbox } from '../../src/sandbox/startSandbox.ts';
import { giveLongMemoryAt } from '../helpers/longMemory.ts';
import { type RedisServer, startRedis } from '../helpers/redisServer.ts';
import { openEvents } from './eventStream.ts';
import { createHeaders, exampleRequest, exampleTask } from './examples.ts';
import { answerJson, outboundRequest, proxyValues, readBody, startFakeService } from './fakeService.ts';

type Close = () => void | Promise<void>;

let redis: RedisServer;
const closing: Close[] = [];

beforeAll(async () => {
  redis = await startRedis();
  await giveLongMemoryAt(redis.url);
});

afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await redis.close();
});

/** A copy of the server with a connection of its own to Redis. */
async function startCopy(serviceUrl: string, publicUrl?: string) {
  const connection = connectRedis(redis.url, () => undefined);
  let isDead = false;
  let queries = 0;
  const countingRequest: OutboundRequest = (url, options) => {
    if (isDead) return new Promise(() => undefined);
    if (url.includes('/v1/tasks/')) queries += 1;
    return outboundRequest(url, options);
  };
  await once(connection, 'ready');
  const values = proxyValues(serviceUrl, { redis: connection, request: countingRequest, publicUrl });
  const proxy = await startProxy({ ...values, limits: { ...values.limits, stopSeconds: 1 } }, 0);
  const kill = () => {
    isDead = true;
    if (connection.isOpen) connection.destroy();
  };
  closing.push(async () => {
    await proxy.close();
    kill();
  });
  return {
    url: proxy.url,
    queries: () => queries,
    /** As a crash does: it asks nobody any more, and gives nothing back. */
    kill,
    stop: () => proxy.close(),
  };
}

type Copy = Awaited<ReturnType<typeof startCopy>>;

async function createTask({ url }: Copy, prompt = exampleRequest.prompt): Promise<string> {
  const response = await fetch(`${url}/api/generations`, {
    method: 'POST',
    headers: createHeaders(),
    body: JSON.stringify({ ...exampleRequest, prompt }),
  });
  return (await response.json()).id;
}

async function watch({ url }: Copy, id: string) {
  const stream = await openEvents((path, init) => fetch(`${url}${path}`, init), `/api/tasks/${id}/events`);
  closing.push(stream.disconnect);
  return stream;
}

/** Tasks of six seconds, which fail after 3.6: nothing needs to be rendered. */
async function startService() {
  const { url, close } = await startSandbox({ host: '127.0.0.1', port: 0, pace: 0.1 });
  closing.push(() => void close());
  return url;
}
const sixSeconds = 'a hill [sandbox:slow] [sandbox:service_error]';

/** At the same time, since they wait more than they work. */
describe.concurrent('two copies with one Redis', () => {
  test('ask the service for a task once an interval in total, and pages at both hear the same', async () => {
    const service = await startService();
    const [a, b] = [await startCopy(service), await startCopy(service)];
    const id = await createTask(a, sixSeconds);
    const startedAt = performance.now();
    const streams = [await watch(a, id), await watch(b, id), await watch(b, id)];
    const received = await Promise.all(streams.map(({ rest }) => rest()));
    const seconds = (performance.now() - startedAt) / 1000;
    expect(received[0]?.at(-2)).toMatchObject({ event: 'task', data: { id, status: 'failed' } });
    expect(received.map((events) => events.at(-2))).toEqual(Array(3).fill(received[0]?.at(-2)));
    expect(a.queries() + b.queries()).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
    expect(Math.min(a.queries(), b.queries())).toBe(0);
  });

  test('replace each other: when the one that asks dies, the other goes on within seconds', async () => {
    const service = await startService();
    const [a, b] = [await startCopy(service), await startCopy(service)];
    const id = await createTask(a, sixSeconds);
    const atA = await watch(a, id);
    await atA.next();
    const atB = await watch(b, id);
    await atB.next();
    expect([a.queries() > 0, b.queries()]).toEqual([true, 0]);
    a.kill();
    const events = await atB.rest();
    expect(events.at(-2)).toMatchObject({ event: 'task', data: { status: 'failed' } });
    expect(b.queries()).toBeGreaterThan(0);
  });

  test('hand over at once when the one that asks is stopped', async () => {
    const service = await startService();
    const [a, b] = [await startCopy(service), await startCopy(service)];
    const id = await createTask(a, sixSeconds);
    const atA = await watch(a, id);
    await atA.next();
    const atB = await watch(b, id);
    void a.stop();
    expect((await atA.rest()).at(-1)?.event).toBe('reconnect');
    await vi.waitFor(() => expect(b.queries()).toBeGreaterThan(0), { timeout: 3000 });
    atB.disconnect();
  });

  test('pass on what one of them was called back about', async () => {
    const running = {
      ...exampleTask,
      created: Math.floor(Date.now() / 1000),
      status: 'processing',
      task_info: { estimated_time: 600 },
    };
    const completed = {
      ...running,
      status: 'completed',
      progress: 100,
      results: ['https://a.example/1.png'],
    };
    let current: object = running;
    let callbackUrl = '';
    const service = await startFakeService(async (request, response) => {
      if (request.method === 'GET') return answerJson(200, current)(request, response);
      callbackUrl = JSON.parse(String(await readBody(request))).callback_url;
      response.end(JSON.stringify(current));
    });
    closing.push(service.close);
    const publicUrl = 'https://editor.example.com';
    const [a, b] = [await startCopy(service.url, publicUrl), await startCopy(service.url, publicUrl)];
    const atB = await watch(b, await createTask(a));
    expect((await atB.next())?.data).toEqual(running);
    current = completed;
    const called = await fetch(callbackUrl.replace(publicUrl, a.url), {
      method: 'POST',
      body: JSON.stringify(completed),
    });
    expect(called.status).toBe(204);
    expect((await atB.rest()).map(({ data }) => data)).toEqual([completed, {}]);
    expect([a.queries(), b.queries()]).toEqual([1, 1]);
  });
});

test('two copies go on each for itself while Redis is down, with no word to the page, and share again after', async () => {
  const service = await startService();
  const [a, b] = [await startCopy(service), await startCopy(service)];
  const id = await createTask(a, sixSeconds);
  const streams = [await watch(a, id), await watch(b, id)];
  await Promise.all(streams.map(({ next }) => next()));
  await redis.stop();
  await vi.waitFor(() => expect(Math.min(a.queries(), b.queries())).toBeGreaterThan(0), { timeout: 5000 });
  const received = await Promise.all(streams.map(({ rest }) => rest()));
  expect(
    received.map((events) => events.filter(({ event }) => event !== 'task').map(({ event }) => event)),
  ).toEqual([['end'], ['end']]);
  await redis.start();
  await vi.waitFor(
    async () => {
      const ready = await Promise.all([a, b].map(({ url }) => fetch(`${url}/api/health/ready`)));
      expect(ready.map(({ status }) => status)).toEqual([200, 200]);
    },
    { timeout: 5000 },
  );
  const before = a.queries() + b.queries();
  const again = await createTask(a, 'a hill [sandbox:service_error]');
  const both = await Promise.all([a, b].map(async (copy) => (await watch(copy, again)).rest()));
  expect(both.map((events) => events.at(-1)?.event)).toEqual(['end', 'end']);
  expect(a.queries() + b.queries() - before).toBeLessThanOrEqual(3);
});
