import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectRedis, type Redis } from '../../../src/proxy/redis.ts';
import { createTaskExchange } from '../../../src/proxy/tasks/createTaskBroker.ts';
import type { TaskNews } from '../../../src/proxy/tasks/polledTaskEvent.ts';
import type { TaskExchange } from '../../../src/proxy/tasks/taskBroker.ts';
import { type RedisServer, startRedis } from '../../helpers/redisServer.ts';
import { exampleTask } from '../examples.ts';

let server: RedisServer;
const opened: { redis: Redis; stopping: AbortController }[] = [];

beforeAll(async () => {
  server = await startRedis();
});

afterEach(() => {
  for (const { redis, stopping } of opened.splice(0)) {
    stopping.abort();
    redis.destroy();
  }
});

afterAll(() => server.close());

async function redisExchange(now: () => number = Date.now): Promise<TaskExchange> {
  const redis = connectRedis(server.url, () => undefined);
  const stopping = new AbortController();
  opened.push({ redis, stopping });
  await once(redis, 'ready');
  const exchange = createTaskExchange({ redis, stopping: stopping.signal, now });
  await vi.waitFor(async () =>
    expect(await redis.pubSubNumSub('upload-paint:tasks')).toMatchObject({
      'upload-paint:tasks': opened.length,
    }),
  );
  return exchange;
}

const memoryExchange = async () =>
  createTaskExchange({ stopping: new AbortController().signal, now: Date.now });

const running: TaskNews = { kind: 'task', task: { ...exampleTask, status: 'processing' }, seenAt: 1 };
const completed: TaskNews = { kind: 'task', task: { ...exampleTask, status: 'completed' }, seenAt: 2 };

/** A new one for each test, since the Redis goes on. */
let lastId = 0;
const newId = () => `task-${++lastId}`;

function collect(exchange: TaskExchange): [string, TaskNews][] {
  const heard: [string, TaskNews][] = [];
  exchange.listen((id, news) => heard.push([id, news]));
  return heard;
}

describe.each([
  ['in memory', memoryExchange],
  ['with Redis', redisExchange],
])('an exchange %s', (_name, open) => {
  test('tells every listener once, until it stops listening', async () => {
    const exchange = await open();
    const id = newId();
    const heard = collect(exchange);
    const stop = exchange.listen((_, news) => heard.push(['other', news]));
    await exchange.publish(id, running);
    stop();
    await exchange.publish(id, completed);
    expect(heard).toEqual([
      [id, running],
      ['other', running],
      [id, completed],
    ]);
  });

  test('recalls a task’s last state, which stays final once it was, and no passing trouble', async () => {
    const exchange = await open();
    const id = newId();
    const recalled = [await exchange.recall(id)];
    const trouble: TaskNews = { kind: 'trouble', message: 'Busy.', pauseMs: 1 };
    for (const news of [running, trouble, completed, running]) {
      await exchange.publish(id, news);
      recalled.push(await exchange.recall(id));
    }
    expect(recalled).toEqual([undefined, running, running, completed, completed]);
  });

  test('gives a lease to one holder, who may renew it and alone may release it', async () => {
    const exchange = await open();
    const id = newId();
    const claims = [
      await exchange.claim(id, 'a', 5000),
      await exchange.claim(id, 'b', 5000),
      await exchange.claim(id, 'a', 5000),
    ];
    await exchange.release(id, 'b');
    claims.push(await exchange.claim(id, 'b', 5000));
    await exchange.release(id, 'a');
    claims.push(await exchange.claim(id, 'b', 5000));
    expect(claims).toEqual([true, false, true, false, true]);
  });

  test('gives a lease that has run out to another', async () => {
    const exchange = await open();
    const id = newId();
    expect(await exchange.claim(id, 'a', 30)).toBe(true);
    await vi.waitFor(async () => expect(await exchange.claim(id, 'b', 5000)).toBe(true));
    expect(await exchange.claim(id, 'a', 5000)).toBe(false);
  });
});

describe('two copies with one Redis', () => {
  test('hear each other’s news once, recall each other’s states and share leases', async () => {
    const [a, b] = [await redisExchange(), await redisExchange()];
    const id = newId();
    const [heardByA, heardByB] = [collect(a), collect(b)];
    await a.publish(id, completed);
    await vi.waitFor(() => expect(heardByB).toEqual([[id, completed]]));
    expect(heardByA).toEqual([[id, completed]]);
    expect(await b.recall(id)).toEqual(completed);
    expect([await b.claim(id, 'b', 5000), await a.claim(id, 'a', 5000)]).toEqual([true, false]);
  });

  test('go on alone while it is down, and together again when it is back', async () => {
    const [a, b] = [await redisExchange(), await redisExchange()];
    const id = newId();
    const heardByB = collect(b);
    await server.stop();
    expect([await a.claim(id, 'a', 60_000), await b.claim(id, 'b', 60_000)]).toEqual([true, true]);
    await a.publish(id, running);
    expect([await a.recall(id), await b.recall(id), heardByB]).toEqual([running, undefined, []]);
    await server.start();
    await vi.waitFor(
      async () => {
        await a.publish(id, completed);
        expect(heardByB).toContainEqual([id, completed]);
      },
      { timeout: 10_000 },
    );
    await vi.waitFor(
      async () => expect([await a.claim(id, 'a', 5000), await b.claim(id, 'b', 5000)]).toEqual([true, false]),
      { timeout: 10_000 },
    );
  });

  test('believe nothing on the channel that is not in the form of news', async () => {
    const exchange = await redisExchange();
    const heard = collect(exchange);
    const redis = opened[0]?.redis;
    for (const text of [
      '{',
      '{}',
      JSON.stringify({ from: 'x', id: 'y', news: { kind: 'task', task: {} } }),
    ]) {
      await redis?.publish('upload-paint:tasks', text);
    }
    await redis?.publish('upload-paint:tasks', JSON.stringify({ from: 'x', id: 'y', news: running }));
    await vi.waitFor(() => expect(heard).toEqual([['y', running]]));
  });
});
