import type { Redis } from '../redis.ts';
import { createMemoryBroker } from './memoryBroker.ts';
import type { PolledTask, PolledTaskEvent } from './polledTaskEvent.ts';
import { createRedisBroker } from './redisBroker.ts';

export type TaskEventListener = (id: string, event: PolledTaskEvent) => void;

/** What copies of the server tell each other about tasks. Nothing here rejects: without the others, a copy goes on alone. */
export type TaskBroker = Readonly<{
  /** The task as it was last seen, if that was lately. Once it was final, it stays so. */
  getLatest(id: string): Promise<PolledTask | undefined>;
  /** Tells every listener of every copy, and keeps what is a task's state. */
  publish(id: string, event: PolledTaskEvent): Promise<void>;
  /** Returns what ends the listening. */
  subscribe(listener: TaskEventListener): () => void;
  /** Takes a lease that is free, or renews one's own. Whether the holder has it now, for `milliseconds`. */
  acquireLease(lease: string, holder: string, milliseconds: number): Promise<boolean>;
  releaseLease(lease: string, holder: string): Promise<void>;
}>;

type Values = Readonly<{ redis?: Redis | undefined; stopping: AbortSignal; now(): number }>;

/** Through Redis where there is one, else in memory. Stops listening when `stopping` is aborted. */
export function createTaskBroker({ redis, stopping, now }: Values): TaskBroker {
  const own = createMemoryBroker(now);
  return redis === undefined ? own : createRedisBroker(redis, own, stopping);
}
