import { randomUUID } from 'node:crypto';
import { parseJson } from '../../contract/parseJson.ts';
import { isFinal } from '../../contract/task.ts';
import { z } from '../../contract/zod.ts';
import type { Redis } from '../redis.ts';
import { type PolledTask, polledTaskEventSchema, taskLifetimeMs } from './polledTaskEvent.ts';
import type { TaskBroker } from './taskBroker.ts';

const channel = 'upload-paint:tasks';
const keyOf = (kind: 'running' | 'final' | 'lease', name: string) => `upload-paint:${kind}:${name}`;

const messageSchema = z.object({ from: z.string(), id: z.string(), event: polledTaskEventSchema });

/** Both compare and set in one step, which no two copies can interleave: https://redis.io/docs/latest/commands/set/#patterns */
const acquireScript = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 1`;

/**
 * For several copies: states and leases are in Redis, events go by pub/sub. All of it is kept in `own` as well, which is
 * what a copy lives by while Redis is out of reach. Stops listening when `stopping` is aborted.
 */
export function createRedisBroker(redis: Redis, own: TaskBroker, stopping: AbortSignal): TaskBroker {
  const self = randomUUID();
  subscribeToChannel(redis, stopping, (text) => {
    const message = messageSchema.safeParse(parseJson(text));
    if (message.success && message.data.from !== self) void own.publish(message.data.id, message.data.event);
  });

  return {
    subscribe: own.subscribe,
    getLatest: async (id) => (await attempt(() => readLatest(redis, id))) ?? (await own.getLatest(id)),
    publish: async (id, event) => {
      await own.publish(id, event);
      await attempt(async () => {
        if (event.kind === 'task') await keep(redis, id, event);
        await redis.publish(channel, JSON.stringify({ from: self, id, event }));
      });
    },
    acquireLease: async (lease, holder, milliseconds) => {
      const acquired = await attempt(() => run(redis, acquireScript, lease, [holder, `${milliseconds}`]));
      return acquired === undefined ? own.acquireLease(lease, holder, milliseconds) : acquired === 1;
    },
    releaseLease: async (lease, holder) => {
      await own.releaseLease(lease, holder);
      await attempt(() => run(redis, releaseScript, lease, [holder]));
    },
  };
}

/** In milliseconds. A connection on which nothing comes or goes is taken for dead. */
const pingEveryMs = 500;

/** A connection that listens can do nothing else. It comes back by itself, its subscription included. */
function subscribeToChannel(redis: Redis, stopping: AbortSignal, receive: (text: string) => void): void {
  const subscriber = redis.duplicate({ pingInterval: pingEveryMs });
  // The connection that it was made from reports the loss.
  subscriber.on('error', () => undefined);
  subscriber
    .connect()
    .then(() => subscriber.subscribe(channel, receive))
    .catch(() => undefined);
  stopping.addEventListener('abort', () => subscriber.destroy(), { once: true });
}

/** A final state has a key of its own: an answer that was long under way cannot undo it. */
async function keep(redis: Redis, id: string, seen: PolledTask): Promise<void> {
  const kind = isFinal(seen.task) ? 'final' : 'running';
  await redis.set(keyOf(kind, id), JSON.stringify(seen), { PX: taskLifetimeMs[kind] });
}

async function readLatest(redis: Redis, id: string): Promise<PolledTask | undefined> {
  const [final, running] = await redis.mGet([keyOf('final', id), keyOf('running', id)]);
  const event = polledTaskEventSchema.safeParse(parseJson(final ?? running ?? ''));
  return event.success && event.data.kind === 'task' ? event.data : undefined;
}

function run(redis: Redis, script: string, lease: string, values: string[]): Promise<unknown> {
  return redis.eval(script, { keys: [keyOf('lease', lease)], arguments: values });
}

/** What Redis says, or nothing where it is away. */
async function attempt<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
