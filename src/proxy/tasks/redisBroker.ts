import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parseJson } from '../../contract/parseJson.ts';
import { isFinal } from '../../contract/task.ts';
import { z } from '../../contract/zod.ts';
import type { Redis } from '../redis.ts';
import { type SeenTask, taskNewsSchema } from './polledTaskEvent.ts';
import { seenLifetimeMs, type TaskExchange } from './taskBroker.ts';

const channel = 'upload-paint:tasks';
const keyOf = (kind: 'running' | 'final' | 'lease', name: string) => `upload-paint:${kind}:${name}`;

/** In milliseconds. A Redis that hangs is as good as none. */
const patienceMs = 1000;

const messageSchema = z.object({ from: z.string(), id: z.string(), news: taskNewsSchema });

/** Both compare and set in one step, which no two copies can interleave: https://redis.io/docs/latest/commands/set/#patterns */
const claimScript = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 1`;

/**
 * For several copies: states and leases are in Redis, news goes by pub/sub. All of it is kept in `own` as well, which is
 * what a copy lives by while Redis is out of reach. Stops listening when `stopping` is aborted.
 */
export function createRedisExchange(redis: Redis, own: TaskExchange, stopping: AbortSignal): TaskExchange {
  const self = randomUUID();
  subscribe(redis, stopping, (text) => {
    const message = messageSchema.safeParse(parseJson(text));
    if (message.success && message.data.from !== self) void own.publish(message.data.id, message.data.news);
  });

  return {
    listen: own.listen,
    recall: async (id) => (await attempt(() => recallShared(redis, id))) ?? (await own.recall(id)),
    publish: async (id, news) => {
      await own.publish(id, news);
      await attempt(async () => {
        if (news.kind === 'task') await keep(redis, id, news);
        await redis.publish(channel, JSON.stringify({ from: self, id, news }));
      });
    },
    claim: async (lease, holder, milliseconds) => {
      const claimed = await attempt(() => run(redis, claimScript, lease, [holder, `${milliseconds}`]));
      return claimed === undefined ? own.claim(lease, holder, milliseconds) : claimed === 1;
    },
    release: async (lease, holder) => {
      await own.release(lease, holder);
      await attempt(() => run(redis, releaseScript, lease, [holder]));
    },
  };
}

/** A connection that listens can do nothing else. It comes back by itself, its subscription included. */
function subscribe(redis: Redis, stopping: AbortSignal, hear: (text: string) => void): void {
  const subscriber = redis.duplicate();
  // The connection that it was made from reports the loss.
  subscriber.on('error', () => undefined);
  subscriber
    .connect()
    .then(() => subscriber.subscribe(channel, hear))
    .catch(() => undefined);
  stopping.addEventListener('abort', () => subscriber.destroy(), { once: true });
}

/** A final state has a key of its own: an answer that was long under way cannot undo it. */
async function keep(redis: Redis, id: string, seen: SeenTask): Promise<void> {
  const kind = isFinal(seen.task) ? 'final' : 'running';
  await redis.set(keyOf(kind, id), JSON.stringify(seen), { PX: seenLifetimeMs[kind] });
}

async function recallShared(redis: Redis, id: string): Promise<SeenTask | undefined> {
  const [final, running] = await redis.mGet([keyOf('final', id), keyOf('running', id)]);
  const news = taskNewsSchema.safeParse(parseJson(final ?? running ?? ''));
  return news.success && news.data.kind === 'task' ? news.data : undefined;
}

function run(redis: Redis, script: string, lease: string, values: string[]): Promise<unknown> {
  return redis.eval(script, { keys: [keyOf('lease', lease)], arguments: values });
}

/** What Redis says, or nothing where it says nothing in time. */
async function attempt<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  const ended = new AbortController();
  const timeout = delay(patienceMs, undefined, { signal: ended.signal }).catch(() => undefined);
  try {
    return await Promise.race([ask(), timeout]);
  } catch {
    return undefined;
  } finally {
    ended.abort();
  }
}
