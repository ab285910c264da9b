import { withTimeout } from '../http/deadline.ts';
import type { Redis } from '../redis.ts';
import { type KeyValueStore, StoreAwayError } from './keyValueStore.ts';

/** In milliseconds. A Redis that hangs is as good as none. */
const timeoutMs = 1000;

const nameOf = (key: string) => `upload-paint:store:${key}`;

/**
 * What all copies of the server share. Commands fail at once while there is no connection, and one that was sent and not
 * answered in time may still be carried out. https://redis.io/docs/latest/commands/set/
 */
export function createRedisStore(redis: Redis): KeyValueStore {
  return {
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
  };
}

async function ask<Answer>(command: () => Promise<Answer>): Promise<Answer> {
  try {
    return await withTimeout(command(), timeoutMs);
  } catch (cause) {
    throw new StoreAwayError('Redis did not answer.', { cause });
  }
}
