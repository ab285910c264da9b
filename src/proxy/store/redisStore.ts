import { withTimeout } from '../http/deadline.ts';
import type { Redis } from '../redis.ts';
import { type KeyValueStore, StoreAwayError } from './keyValueStore.ts';

/** In milliseconds. A Redis that hangs is as good as none. */
const timeoutMs = 1000;

/** Other copies have other clocks, and Redis tells whole seconds. */
const clockMarginMs = 2000;

const nameOf = (key: string) => `upload-paint:store:${key}`;

/**
 * What all copies of the server share. Commands fail at once while there is no connection, and one that was sent and not
 * answered in time may still be carried out. https://redis.io/docs/latest/commands/set/
 */
export function createRedisStore(redis: Redis, now: () => number): KeyValueStore {
  const store: KeyValueStore = {
    get: async (key) => (await ask(() => redis.get(nameOf(key)))) ?? undefined,
    add: async (key, value, milliseconds) => {
      const options = { expiration: { type: 'PX', value: milliseconds }, condition: 'NX' } as const;
      return (await ask(() => redis.set(nameOf(key), value, options))) !== null;
    },
    put: async (key, value, milliseconds) => {
      await ask(() => redis.set(nameOf(key), value, { expiration: { type: 'PX', value: milliseconds } }));
    },
    remove: async (key) => {
      await ask(() => redis.del(nameOf(key)));
    },
    since: async () => {
      await ask(() => redis.set(nameOf('since'), String(now()), { condition: 'NX' }));
      const begun = await ask(() => redis.get(nameOf('since')));
      const startedAt = now() - uptimeMs(await ask(() => redis.info('server')));
      return Math.max(Number(begun ?? now()), startedAt) + clockMarginMs;
    },
  };
  // It begins to remember when it is reached, and not when it is first asked.
  const begin = () => void store.since().catch(() => undefined);
  if (redis.isReady) begin();
  else redis.once('ready', begin);
  return store;
}

/** One that was started again may have lost the last of what it was told, or all of it. 0 where it does not say. */
function uptimeMs(info: string): number {
  return Number(/^uptime_in_seconds:(\d+)/m.exec(info)?.[1] ?? 0) * 1000;
}

async function ask<Answer>(command: () => Promise<Answer>): Promise<Answer> {
  try {
    return await withTimeout(command(), timeoutMs);
  } catch (cause) {
    throw new StoreAwayError('Redis did not answer.', { cause });
  }
}
