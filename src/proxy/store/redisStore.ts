import type { Redis } from '../redis.ts';
import { createLeapWatch } from './clockLeap.ts';
import { type KeyValueStore, StoreAwayError } from './keyValueStore.ts';

/** How exactly whoever repeats a create knows how long ago it was sent, in milliseconds. */
const marginMs = 2000;

const nameOf = (key: string) => `upload-paint:store:${key}`;

const replaceScript = `
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return 1`;

/**
 * Since when this very Redis has forgotten nothing, by its own clock and in one step. It begins anew where that is gone, as after
 * a flush; where another Redis answers, which may lack the last that was told to the one before (started again, or a replica that
 * took over); and where one has evicted anything. https://redis.io/docs/latest/commands/info/
 */
const memoryScript = `
  local time = redis.call('TIME')
  local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or ''
  local evicted = string.match(redis.call('INFO', 'stats'), 'evicted_keys:(%d+)') or ''
  local identity = run .. ' ' .. evicted
  local since, known = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+) (.*)$')
  if known == identity and ARGV[1] == '' then return { now, since } end
  redis.call('SET', KEYS[1], now .. ' ' .. identity)
  return { now, now }`;

/**
 * What all copies of the server share. Commands fail at once while there is no connection, and one that was sent and not
 * answered may still be carried out. https://redis.io/docs/latest/commands/set/
 */
export function createRedisStore(redis: Redis): KeyValueStore {
  const hasLeapt = createLeapWatch();
  const store: KeyValueStore = {
    get: async (key) => (await ask(() => redis.get(nameOf(key)))) ?? undefined,
    add: async (key, value, milliseconds) => {
      const options = { expiration: { type: 'PX', value: milliseconds }, condition: 'NX' } as const;
      return (await ask(() => redis.set(nameOf(key), value, options))) !== null;
    },
    replace: async (key, before, value, milliseconds) =>
      (await run(replaceScript, key, [before, value, `${milliseconds}`])) === 1,
    put: async (key, value, milliseconds) => {
      await ask(() => redis.set(nameOf(key), value, { expiration: { type: 'PX', value: milliseconds } }));
    },
    remove: async (key) => {
      await ask(() => redis.del(nameOf(key)));
    },
    memory: async () => {
      let [now, since] = await readMemory('');
      if (hasLeapt(now)) [now, since] = await readMemory('anew');
      return { ageMs: now - since - marginMs, isAfterLoss: true };
    },
  };
  // It begins to remember when it is reached, and not when it is first asked.
  const begin = () => void store.memory().catch(() => undefined);
  if (redis.isReady) begin();
  else redis.once('ready', begin);
  return store;

  function run(script: string, key: string, values: string[]): Promise<unknown> {
    return ask(() => redis.eval(script, { keys: [nameOf(key)], arguments: values }));
  }

  async function readMemory(anew: string): Promise<[now: number, since: number]> {
    const answer = await run(memoryScript, 'since', [anew]);
    const [now, since] = Array.isArray(answer) ? answer.map(Number) : [];
    if (now === undefined || since === undefined) throw new StoreAwayError('Redis answered something else.');
    return [now, since];
  }
}

async function ask<Answer>(command: () => Promise<Answer>): Promise<Answer> {
  try {
    return await command();
  } catch (cause) {
    throw new StoreAwayError('Redis did not answer.', { cause });
  }
}
