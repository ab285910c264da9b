import { once } from 'node:events';
import { connectRedis, type Redis } from '../../src/proxy/redis.ts';
import { createRedisStore } from '../../src/proxy/store/redisStore.ts';

export const dayMs = 24 * 3_600_000;

const sinceKey = 'upload-paint:store:since';

/** As if this Redis had forgotten nothing for a day. */
export async function giveLongMemory(redis: Redis): Promise<void> {
  await createRedisStore(redis).memory();
  const [, identity] = /^\d+ (.*)$/.exec((await redis.get(sinceKey)) ?? '') ?? [];
  await redis.set(sinceKey, `${Date.now() - dayMs} ${identity}`);
}

/** The same of one that the test itself does not talk to. */
export async function giveLongMemoryAt(url: string): Promise<void> {
  const redis = connectRedis(url, () => undefined);
  await once(redis, 'ready');
  await giveLongMemory(redis);
  redis.destroy();
}
