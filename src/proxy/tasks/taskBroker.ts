import type { PolledTask, PolledTaskEvent } from './polledTaskEvent.ts';

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

/** How long a task's state is kept, in milliseconds. A final one does not change, but its links die after a day. */
export const taskLifetimeMs = { running: 10 * 60_000, final: 60 * 60_000 } as const;
