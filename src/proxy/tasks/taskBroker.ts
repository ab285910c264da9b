import type { SeenTask, TaskNews } from './polledTaskEvent.ts';

export type NewsListener = (id: string, news: TaskNews) => void;

/** What copies of the server tell each other about tasks. Nothing here rejects: without the others, a copy goes on alone. */
export type TaskExchange = Readonly<{
  /** The task as it was last seen, if that was lately. Once it was final, it stays so. */
  recall(id: string): Promise<SeenTask | undefined>;
  /** Tells every listener of every copy, and keeps what is a task's state. */
  publish(id: string, news: TaskNews): Promise<void>;
  /** Returns what ends the listening. */
  listen(listener: NewsListener): () => void;
  /** Takes a lease that is free, or renews one's own. Whether the holder has it now, for `milliseconds`. */
  claim(lease: string, holder: string, milliseconds: number): Promise<boolean>;
  release(lease: string, holder: string): Promise<void>;
}>;

/** How long a task's state is kept, in milliseconds. A final one does not change, but its links die after a day. */
export const seenLifetimeMs = { running: 10 * 60_000, final: 60 * 60_000 } as const;
