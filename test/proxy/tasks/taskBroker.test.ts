import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectRedis, type Redis } from '../../../src/proxy/redis.ts';
import type { PolledTaskEvent } from '../../../src/proxy/tasks/polledTaskEvent.ts';
import { createTaskBroker, type TaskBroker } from '../../../src/proxy/tasks/taskBroker.ts';
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

async function redisBroker(now: () => number = Date.now): Promise<TaskBroker> {
  const redis = connectRedis(server.url, () => undefined);
  const stopping = new AbortController();
  opened.push({ redis, stopping });
  await once(redis, 'ready');
  const broker = createTaskBroker({ redis, stopping: stopping.signal, now });
  await vi.waitFor(async () =>
    expect(await redis.pubSubNumSub('upload-paint:tasks')).toMatchObject({
      'upload-paint:tasks': opened.length,
    }),
  );
  return broker;
}

const memoryBroker = async () => createTaskBroker({ stopping: new AbortController().signal, now: Date.now });

const running: PolledTaskEvent = { kind: 'task', task: { ...exampleTask, status: 'processing' }, seenAt: 1 };
const completed: PolledTaskEvent = { kind: 'task', task: { ...exampleTask, status: 'completed' }, seenAt: 2 };

/** A new one for each test, since the Redis goes on. */
let lastId = 0;
const newId = () => `task-${++lastId}`;

function collect(broker: TaskBroker): [string, PolledTaskEvent][] {
  const received: [string, PolledTaskEvent][] = [];
  broker.subscribe((id, event) => received.push([id, event]));
  return received;
}

describe.each([
  ['in memory', memoryBroker],
  ['with Redis', redisBroker],
])('an broker %s', (_name, open) => {
  test('tells every listener once, until it stops listening', async () => {
    const broker = await open();
    const id = newId();
    const received = collect(broker);
    const stop = broker.subscribe((_, event) => received.push(['other', event]));
    await broker.publish(id, running);
    stop();
    await broker.publish(id, completed);
    expect(received).toEqual([
      [id, running],
      ['other', running],
      [id, completed],
    ]);
  });

  test('recalls a task’s last state, which stays final once it was, and no passing trouble', async () => {
    const broker = await open();
    const id = newId();
    const recalled = [await broker.getLatest(id)];
    const trouble: PolledTaskEvent = { kind: 'trouble', message: 'Busy.', pauseMs: 1 };
    for (const event of [running, trouble, completed, running]) {
      await broker.publish(id, event);
      recalled.push(await broker.getLatest(id));
    }
    expect(recalled).toEqual([undefined, running, running, completed, completed]);
  });

  test('gives a lease to one holder, who may renew it and alone may releaseLease it', async () => {
    const broker = await open();
    const id = newId();
    const claims = [
      await broker.acquireLease(id, 'a', 5000),
      await broker.acquireLease(id, 'b', 5000),
      await broker.acquireLease(id, 'a', 5000),
    ];
    await broker.releaseLease(id, 'b');
    claims.push(await broker.acquireLease(id, 'b', 5000));
    await broker.releaseLease(id, 'a');
    claims.push(await broker.acquireLease(id, 'b', 5000));
    expect(claims).toEqual([true, false, true, false, true]);
  });

  test('gives a lease that has run out to another', async () => {
    const broker = await open();
    const id = newId();
    expect(await broker.acquireLease(id, 'a', 30)).toBe(true);
    await vi.waitFor(async () => expect(await broker.acquireLease(id, 'b', 5000)).toBe(true));
    expect(await broker.acquireLease(id, 'a', 5000)).toBe(false);
  });
});

describe('two copies with one Redis', () => {
  test('hear each other’s event once, getLatest each other’s states and share leases', async () => {
    const [a, b] = [await redisBroker(), await redisBroker()];
    const id = newId();
    const [heardByA, heardByB] = [collect(a), collect(b)];
    await a.publish(id, completed);
    await vi.waitFor(() => expect(heardByB).toEqual([[id, completed]]));
    expect(heardByA).toEqual([[id, completed]]);
    expect(await b.getLatest(id)).toEqual(completed);
    expect([await b.acquireLease(id, 'b', 5000), await a.acquireLease(id, 'a', 5000)]).toEqual([true, false]);
  });

  test('go on alone while it is down, and together again when it is back', async () => {
    const [a, b] = [await redisBroker(), await redisBroker()];
    const id = newId();
    const heardByB = collect(b);
    await server.stop();
    expect([await a.acquireLease(id, 'a', 60_000), await b.acquireLease(id, 'b', 60_000)]).toEqual([
      true,
      true,
    ]);
    await a.publish(id, running);
    expect([await a.getLatest(id), await b.getLatest(id), heardByB]).toEqual([running, undefined, []]);
    await server.start();
    await vi.waitFor(
      async () => {
        await a.publish(id, completed);
        expect(heardByB).toContainEqual([id, completed]);
      },
      { timeout: 10_000 },
    );
    await vi.waitFor(
      async () =>
        expect([await a.acquireLease(id, 'a', 5000), await b.acquireLease(id, 'b', 5000)]).toEqual([
          true,
          false,
        ]),
      { timeout: 10_000 },
    );
  });

  test('believe nothing on the channel that is not in the form of event', async () => {
    const broker = await redisBroker();
    const received = collect(broker);
    const redis = opened[0]?.redis;
    for (const text of [
      '{',
      '{}',
      JSON.stringify({ from: 'x', id: 'y', event: { kind: 'task', task: {} } }),
    ]) {
      await redis?.publish('upload-paint:tasks', text);
    }
    await redis?.publish('upload-paint:tasks', JSON.stringify({ from: 'x', id: 'y', event: running }));
    await vi.waitFor(() => expect(received).toEqual([['y', running]]));
  });
});
