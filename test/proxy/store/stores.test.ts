import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectRedis, type Redis } from '../../../src/proxy/redis.ts';
import { type FileStore, openFileStore } from '../../../src/proxy/store/fileStore.ts';
import { type KeyValueStore, StoreAwayError } from '../../../src/proxy/store/keyValueStore.ts';
import { createMemoryStore } from '../../../src/proxy/store/memoryStore.ts';
import { createRedisStore } from '../../../src/proxy/store/redisStore.ts';
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
  ['Redis', () => createRedisStore(redis, Date.now)],
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

describe('since when it has forgotten nothing', () => {
  test('is since the log was begun, for a file', async () => {
    const here = await mkdtemp(join(tmpdir(), 'store-'));
    const first = await openFileStore(here, () => 1000);
    await first.close();
    const next = await openFileStore(here, () => 2000);
    expect([await first.since(), await next.since()]).toEqual([1000, 1000]);
    await next.close();
    await rm(here, { recursive: true });
  });

  test('is since Redis was flushed, or started, whichever was later', async () => {
    const hour = 3_600_000;
    const store = createRedisStore(redis, () => Date.now() + hour);
    await redis.flushAll();
    const begun = await store.since();
    expect(begun).toBeGreaterThanOrEqual(Date.now() + hour - 1000);
    const later = createRedisStore(redis, () => Date.now() + 2 * hour);
    // As if Redis had been started an hour after what it remembers.
    expect(await later.since()).toBeGreaterThan(begun + hour - 600_000);
    await redis.flushAll();
    const earlier = createRedisStore(redis, () => Date.now() + 1000);
    expect(await earlier.since()).toBeGreaterThanOrEqual(Date.now());
  });
});

describe('a store in Redis', () => {
  test('rejects while Redis hangs, within two seconds, and works again after', async () => {
    const store = createRedisStore(redis, Date.now);
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

  test('rejects at once while there is none', async () => {
    const store = createRedisStore(redis, Date.now);
    await server.stop();
    await vi.waitFor(() => expect(redis.isReady).toBe(false));
    await expect(store.add('gone', 'one', minute)).rejects.toBeInstanceOf(StoreAwayError);
    await server.start();
    await vi.waitFor(async () => expect(await store.add('gone', 'one', minute)).toBe(true), {
      timeout: 10_000,
    });
  });
});
