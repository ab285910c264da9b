import type { Redis } from '../redis.ts';
import { createMemoryExchange } from './memoryBroker.ts';
import { createRedisExchange } from './redisBroker.ts';
import type { TaskExchange } from './taskBroker.ts';

type Values = Readonly<{ redis?: Redis | undefined; stopping: AbortSignal; now(): number }>;

export function createTaskExchange({ redis, stopping, now }: Values): TaskExchange {
  const own = createMemoryExchange(now);
  return redis === undefined ? own : createRedisExchange(redis, own, stopping);
}
