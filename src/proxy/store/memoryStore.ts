import { createLeapWatch } from './clockLeap.ts';
import { createExpiringEntries } from './expiringEntries.ts';
import type { KeyValueStore } from './keyValueStore.ts';

/** For what need not outlive this process. `now` in milliseconds. Never rejects. */
export function createMemoryStore(now: () => number): KeyValueStore {
  const entries = createExpiringEntries(now);
  const hasLeapt = createLeapWatch();
  hasLeapt(now());
  let since = now();
  let isAfterLoss = false;
  const set = (key: string, value: string, milliseconds: number) =>
    entries.set(key, { value, until: now() + milliseconds });
  return {
    get: async (key) => entries.get(key)?.value,
    add: async (key, value, milliseconds) => {
      if (entries.get(key) !== undefined) return false;
      set(key, value, milliseconds);
      return true;
    },
    replace: async (key, before, value, milliseconds) => {
      if (entries.get(key)?.value !== before) return false;
      set(key, value, milliseconds);
      return true;
    },
    put: async (key, value, milliseconds) => set(key, value, milliseconds),
    remove: async (key) => entries.remove(key),
    memory: async () => {
      if (hasLeapt(now())) [since, isAfterLoss] = [now(), true];
      return { ageMs: now() - since, isAfterLoss };
    },
  };
}
