import { randomUUID } from 'node:crypto';
import type { Service } from '../service/service.ts';
import { isLastNews, type TaskNews } from './polledTaskEvent.ts';
import type { TaskExchange } from './taskBroker.ts';
import { startTaskWatch, type TaskWatch } from './taskPoller.ts';

/** `reconnect`: this copy of the server is stopping. */
export type Notice = TaskNews | { readonly kind: 'reconnect' };
type Listener = (notice: Notice) => void;

export type TaskWatches = Readonly<{
  /**
   * Tells what is known and then what changes, until the task's last news or `reconnect`. Returns what ends it; when nobody
   * watches a task any more, nobody asks for it.
   */
  watch(id: string, listener: Listener): () => void;
}>;

type Values = Readonly<{
  service: Pick<Service, 'queryTask'>;
  exchange: TaskExchange;
  stopping: AbortSignal;
  now(): number;
}>;

type Watched = { readonly listeners: Set<Listener>; readonly watch: TaskWatch; latest: TaskNews | undefined };

/** The tasks that pages at this copy of the server watch. */
export function createTaskWatches({ service, exchange, stopping, now }: Values): TaskWatches {
  const watched = new Map<string, Watched>();
  const parts = { queryTask: service.queryTask, exchange, holder: randomUUID(), now };
  exchange.listen((id, news) => watched.get(id)?.watch.hear(news));
  stopping.addEventListener('abort', sendAway, { once: true });

  return {
    watch: (id, listener) => {
      if (stopping.aborted) {
        listener({ kind: 'reconnect' });
        return () => undefined;
      }
      const entry = watched.get(id) ?? start(id);
      entry.listeners.add(listener);
      if (entry.latest !== undefined) listener(entry.latest);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size === 0) end(id, entry);
      };
    },
  };

  function start(id: string): Watched {
    const listeners = new Set<Listener>();
    const watch = startTaskWatch(parts, id, (news) => {
      if (news.kind === 'task') entry.latest = news;
      if (isLastNews(news)) end(id, entry);
      for (const listener of listeners) listener(news);
    });
    const entry: Watched = { listeners, watch, latest: undefined };
    watched.set(id, entry);
    return entry;
  }

  /** Another watch of the same task may have begun since. */
  function end(id: string, entry: Watched): void {
    entry.watch.end();
    if (watched.get(id) === entry) watched.delete(id);
  }

  function sendAway(): void {
    for (const [id, entry] of watched) {
      end(id, entry);
      for (const listener of entry.listeners) listener({ kind: 'reconnect' });
    }
  }
}
