import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectRedis, type Redis } from '../../../src/proxy/redis.ts';
import { warnOfEviction } from '../../../src/proxy/store/evictionPolicy.ts';
import { type FileStore, openFileStore } from '../../../src/proxy/store/fileStore.ts';
import { type KeyValueStore, StoreAwayError } from '../../../src/proxy/store/keyValueStore.ts';
import { createMemoryStore } from '../../../src/proxy/store/memoryStore.ts';
import { createRedisStore } from '../../../src/proxy/store/redisStore.ts';
import { dayMs, giveLongMemory } from '../../helpers/longMemory.ts';
import { type RedisServer, startRedis } from '../../helpers/redisServer.ts';

const minute = 60_000;

let server: RedisServer;
let redis: Redis;
let directory: string;
let fileStore: FileStore;
let memoryStore: KeyValueStore;

beforeAll(async () => {
  server = await startRedis();
  redis = connectRedis(server.url, () => undefined);
  await once(redis, 'ready');
  directory = await mkdtemp(join(tmpdir(), 'store-'));
  fileStore = await openFileStore(directory, Date.now);
  memoryStore = createMemoryStore(Date.now);
});

afterAll(async () => {
  redis.destroy();
  await Promise.all([server.close(), fileStore.close()]);
  await rm(directory, { recursive: true });
});

describe.each([
  ['memory', () => memoryStore],
  ['a file', () => fileStore],
  ['Redis', () => createRedisStore(redis)],
])('a store in %s', (_name, open) => {
  test('has nothing at first', async () => {
    expect(await open().get('nothing')).toBeUndefined();
    await open().remove('nothing');
  });

  test('keeps what is put, and replaces it', async () => {
    const store = open();
    await store.put('put', 'one', minute);
    await store.put('put', '{"two":"zwei\\n"}', minute);
    expect(await store.get('put')).toBe('{"two":"zwei\\n"}');
  });

  test('adds only where nothing is', async () => {
    const store = open();
    expect([await store.add('add', 'one', minute), await store.add('add', 'two', minute)]).toEqual([
      true,
      false,
    ]);
    expect(await store.get('add')).toBe('one');
    await store.remove('add');
    expect(await store.get('add')).toBeUndefined();
    expect(await store.add('add', 'three', minute)).toBe(true);
  });

  test('replaces only what is expected, for one of many', async () => {
    const store = open();
    expect(await store.replace('replace', 'one', 'two', minute)).toBe(false);
    await store.put('replace', 'one', minute);
    const replaced = await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.replace('replace', 'one', `${n}`, minute)),
    );
    expect(replaced.filter(Boolean)).toHaveLength(1);
    expect(await store.get('replace')).toBe(`${replaced.indexOf(true)}`);
  });

  test('lets one of many succeed that add at once', async () => {
    const store = open();
    const added = await Promise.all(Array.from({ length: 50 }, (_, n) => store.add('race', `${n}`, minute)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.get('race')).toBe(`${added.indexOf(true)}`);
  });

  test('forgets what has expired', async () => {
    const store = open();
    await store.put('short', 'one', 30);
    await store.add('shorter', 'one', 30);
    await vi.waitFor(async () => {
      expect([await store.get('short'), await store.get('shorter')]).toEqual([undefined, undefined]);
    });
    expect(await store.add('shorter', 'two', minute)).toBe(true);
  });
});

describe('how far back it can be relied on', () => {
  test('is to when the log was begun, for a file', async () => {
    const here = await mkdtemp(join(tmpdir(), 'store-'));
    const first = await openFileStore(here, () => 1000);
    await first.close();
    const next = await openFileStore(here, () => 3000);
    expect(await next.memory()).toEqual({ ageMs: 2000, isAfterLoss: false });
    await next.close();
    await rm(here, { recursive: true });
  });

  test('is to when Redis was first asked, for all copies, and begins anew when it was flushed', async () => {
    await createRedisStore(redis).memory();
    await giveLongMemory(redis);
    expect((await createRedisStore(redis).memory()).ageMs).toBeGreaterThan(dayMs - minute);
    await redis.flushAll();
    expect((await createRedisStore(redis).memory()).ageMs).toBeLessThan(minute);
  });

  test('begins anew when Redis has evicted anything', async () => {
    const store = createRedisStore(redis);
    await giveLongMemory(redis);
    const { used_memory: used } = Object.fromEntries(
      (await redis.info('memory')).split('\r\n').map((line) => line.split(':')),
    );
    await redis.configSet({ 'maxmemory-policy': 'allkeys-random', maxmemory: `${Number(used) + 200_000}` });
    for (let n = 0; n < 100; n += 1) await redis.set(`filling-${n}`, 'x'.repeat(10_000));
    await redis.configSet({ maxmemory: '0', 'maxmemory-policy': 'noeviction' });
    expect(Number(/evicted_keys:(\d+)/.exec(await redis.info('stats'))?.[1])).toBeGreaterThan(0);
    expect((await store.memory()).ageMs).toBeLessThan(minute);
  });

  test('is said to the operator to be at risk where Redis may evict', async () => {
    const warnings: string[] = [];
    const connect = async () => {
      const other = connectRedis(server.url, () => undefined);
      warnOfEviction(other, (line) => void warnings.push(line));
      await once(other, 'ready');
      // Answered after what the warning asks.
      await other.ping();
      other.destroy();
    };
    await connect();
    expect(warnings).toEqual([]);
    await redis.configSet('maxmemory-policy', 'allkeys-lru');
    await connect();
    await redis.configSet('maxmemory-policy', 'noeviction');
    expect(warnings).toEqual([expect.stringContaining('maxmemory-policy allkeys-lru')]);
  });

  test('begins anew when a replica takes over, which may lack the last that was told', async () => {
    const second = await startRedis();
    const replica = connectRedis(second.url, () => undefined);
    await once(replica, 'ready');
    await giveLongMemory(redis);
    await replica.sendCommand(['REPLICAOF', '127.0.0.1', new URL(server.url).port]);
    await vi.waitFor(async () => expect(await replica.get('upload-paint:store:since')).not.toBeNull(), {
      timeout: 20_000,
    });
    await replica.sendCommand(['REPLICAOF', 'NO', 'ONE']);
    expect((await createRedisStore(redis).memory()).ageMs).toBeGreaterThan(dayMs - minute);
    expect((await createRedisStore(replica).memory()).ageMs).toBeLessThan(minute);
    replica.destroy();
    await second.close();
  }, 40_000);
});

describe('a store in Redis', () => {
  test('rejects while Redis hangs, within two seconds, and works again after', async () => {
    const store = createRedisStore(redis);
    await store.put('before', 'kept', minute);
    server.freeze();
    const asked = [
      store.get('before'),
      store.add('x', '', minute),
      store.put('x', '', minute),
      store.remove('x'),
    ];
    const outcomes = await Promise.allSettled(asked);
    server.thaw();
    expect(
      outcomes.map((each) => each.status === 'rejected' && each.reason instanceof StoreAwayError),
    ).toEqual(Array(4).fill(true));
    await vi.waitFor(async () => expect(await store.get('before')).toBe('kept'), { timeout: 10_000 });
  });

  test('lets those who ask at first wait for a Redis that hangs, and nobody after them', async () => {
    const store = createRedisStore(redis);
    await vi.waitFor(async () => await store.get('before'), { timeout: 10_000 });
    server.freeze();
    const startedAt = performance.now();
    for (let n = 0; n < 20; n += 1) {
      await expect(store.get('before')).rejects.toBeInstanceOf(StoreAwayError);
    }
    const tookMs = performance.now() - startedAt;
    server.thaw();
    await vi.waitFor(async () => expect(await store.add('thawed', '', minute)).toBe(true), {
      timeout: 10_000,
    });
    expect(tookMs).toBeLessThan(1900);
  }, 40_000);

  test('rejects at once while there is none', async () => {
    const store = createRedisStore(redis);
    await server.stop();
    await vi.waitFor(() => expect(redis.isReady).toBe(false));
    await expect(store.add('gone', 'one', minute)).rejects.toBeInstanceOf(StoreAwayError);
    await server.start();
    await vi.waitFor(async () => expect(await store.add('gone', 'one', minute)).toBe(true), {
      timeout: 10_000,
    });
  });
});
