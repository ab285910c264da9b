import { randomUUID } from 'node:crypto';
import type { Service } from '../service/service.ts';
import { isLastEvent, type PolledTaskEvent } from './polledTaskEvent.ts';
import type { TaskBroker } from './taskBroker.ts';
import { startTaskPoller, type TaskPoller } from './taskPoller.ts';

/** `reconnect`: this copy of the server is stopping. */
export type SubscriptionEvent = PolledTaskEvent | { readonly kind: 'reconnect' };
type Listener = (event: SubscriptionEvent) => void;

export type TaskSubscriptions = Readonly<{
  /**
   * Tells what is known and then what changes, until the task's last event or `reconnect`. Returns what ends it; when nobody
   * is subscribed to a task any more, nobody asks for it.
   */
  subscribe(id: string, listener: Listener): () => void;
}>;

type Values = Readonly<{
  service: Pick<Service, 'queryTask'>;
  broker: TaskBroker;
  stopping: AbortSignal;
  now(): number;
}>;

type Subscription = {
  readonly listeners: Set<Listener>;
  readonly poller: TaskPoller;
  latest: PolledTaskEvent | undefined;
};

/** The tasks that pages at this copy of the server watch. */
export function createTaskSubscriptions({ service, broker, stopping, now }: Values): TaskSubscriptions {
  const subscriptions = new Map<string, Subscription>();
  const parts = { queryTask: service.queryTask, broker, holder: randomUUID(), now };
  broker.subscribe((id, event) => subscriptions.get(id)?.poller.receive(event));
  stopping.addEventListener('abort', disconnectAll, { once: true });

  return {
    subscribe: (id, listener) => {
      if (stopping.aborted) {
        listener({ kind: 'reconnect' });
        return () => undefined;
      }
      const entry = subscriptions.get(id) ?? start(id);
      entry.listeners.add(listener);
      if (entry.latest !== undefined) listener(entry.latest);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size === 0) end(id, entry);
      };
    },
  };

  function start(id: string): Subscription {
    const listeners = new Set<Listener>();
    const poller = startTaskPoller(parts, id, (event) => {
      if (event.kind === 'task') entry.latest = event;
      if (isLastEvent(event)) end(id, entry);
      for (const listener of listeners) listener(event);
    });
    const entry: Subscription = { listeners, poller, latest: undefined };
    subscriptions.set(id, entry);
    return entry;
  }

  /** Another poller of the same task may have begun since. */
  function end(id: string, entry: Subscription): void {
    entry.poller.end();
    if (subscriptions.get(id) === entry) subscriptions.delete(id);
  }

  function disconnectAll(): void {
    for (const [id, entry] of subscriptions) {
      end(id, entry);
      for (const listener of entry.listeners) listener({ kind: 'reconnect' });
    }
  }
}
