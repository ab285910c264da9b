import type { Redis } from '../redis.ts';
import { createMemoryBroker } from './memoryBroker.ts';
import { createRedisBroker } from './redisBroker.ts';
import type { TaskBroker } from './taskBroker.ts';

type Values = Readonly<{ redis?: Redis | undefined; stopping: AbortSignal; now(): number }>;

export function createTaskBroker({ redis, stopping, now }: Values): TaskBroker {
  const own = createMemoryBroker(now);
  return redis === undefined ? own : createRedisBroker(redis, own, stopping);
}
