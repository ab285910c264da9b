import type { Redis } from '../redis.ts';
import type { KeyValueStore } from './keyValueStore.ts';
import { createMemoryStore } from './memoryStore.ts';
import { createRedisStore } from './redisStore.ts';

type Values = Readonly<{
  redis?: Redis | undefined;
  fileStore?: KeyValueStore | undefined;
  now(): number;
}>;

/** Redis where there is one, since other copies look there; else the file, and memory where nothing is to be kept. */
export function createStore({ redis, fileStore, now }: Values): KeyValueStore {
  return redis === undefined ? (fileStore ?? createMemoryStore(now)) : createRedisStore(redis);
}
