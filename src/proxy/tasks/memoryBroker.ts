import { isFinal } from '../../contract/task.ts';
import type { SeenTask } from './polledTaskEvent.ts';
import { type NewsListener, seenLifetimeMs, type TaskExchange } from './taskBroker.ts';

type Kept<Value> = { readonly value: Value; readonly until: number };

/** The oldest are forgotten beyond these, so that memory has a bound. */
const tasksMax = 1000;
const leasesMax = 10_000;

/** For a copy that is alone. `now` in milliseconds. */
export function createMemoryExchange(now: () => number): TaskExchange {
  const tasks = createShelf<SeenTask>(now, tasksMax);
  const leases = createShelf<string>(now, leasesMax);
  const listeners = new Set<NewsListener>();

  return {
    recall: async (id) => tasks.get(id),
    publish: async (id, news) => {
      if (news.kind === 'task') keep(id, news);
      for (const listener of listeners) listener(id, news);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    claim: async (lease, holder, milliseconds) => {
      if ((leases.get(lease) ?? holder) !== holder) return false;
      leases.put(lease, holder, milliseconds);
      return true;
    },
    release: async (lease, holder) => {
      if (leases.get(lease) === holder) leases.drop(lease);
    },
  };

  /** An answer that was long under way must not undo a final one. */
  function keep(id: string, seen: SeenTask): void {
    const known = tasks.get(id);
    if (known !== undefined && isFinal(known.task)) return;
    tasks.put(id, seen, isFinal(seen.task) ? seenLifetimeMs.final : seenLifetimeMs.running);
  }
}

/** Values with an end, the latest put last. */
function createShelf<Value>(now: () => number, sizeMax: number) {
  const kept = new Map<string, Kept<Value>>();
  return {
    get: (name: string): Value | undefined => {
      const found = kept.get(name);
      return found !== undefined && found.until > now() ? found.value : undefined;
    },
    put: (name: string, value: Value, milliseconds: number): void => {
      kept.delete(name);
      kept.set(name, { value, until: now() + milliseconds });
      const [oldest] = kept.keys();
      if (kept.size > sizeMax && oldest !== undefined) kept.delete(oldest);
    },
    drop: (name: string): void => void kept.delete(name),
  };
}
