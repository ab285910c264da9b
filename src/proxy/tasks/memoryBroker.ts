import { isFinal } from '../../contract/task.ts';
import { type PolledTask, taskLifetimeMs } from './polledTaskEvent.ts';
import type { TaskBroker, TaskEventListener } from './taskBroker.ts';

type Entry<Value> = { readonly value: Value; readonly until: number };

/** The oldest are forgotten beyond these, so that memory has a bound. */
const tasksMax = 1000;
const leasesMax = 10_000;

/** For a copy that is alone. `now` in milliseconds. */
export function createMemoryBroker(now: () => number): TaskBroker {
  const tasks = createExpiringMap<PolledTask>(now, tasksMax);
  const leases = createExpiringMap<string>(now, leasesMax);
  const listeners = new Set<TaskEventListener>();

  return {
    getLatest: async (id) => tasks.get(id),
    publish: async (id, event) => {
      if (event.kind === 'task') keep(id, event);
      for (const listener of listeners) listener(id, event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    acquireLease: async (lease, holder, milliseconds) => {
      if ((leases.get(lease) ?? holder) !== holder) return false;
      leases.put(lease, holder, milliseconds);
      return true;
    },
    releaseLease: async (lease, holder) => {
      if (leases.get(lease) === holder) leases.drop(lease);
    },
  };

  /** An answer that was long under way must not undo a final one. */
  function keep(id: string, seen: PolledTask): void {
    const known = tasks.get(id);
    if (known !== undefined && isFinal(known.task)) return;
    tasks.put(id, seen, isFinal(seen.task) ? taskLifetimeMs.final : taskLifetimeMs.running);
  }
}

/** Values with an end, the latest put last. */
function createExpiringMap<Value>(now: () => number, sizeMax: number) {
  const kept = new Map<string, Entry<Value>>();
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
