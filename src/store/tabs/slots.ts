import type { Locks } from './tabs.ts';

/**
 * Longer than a task can run. A tab that the browser has put to sleep may keep its slot for as long as it likes, and must not
 * hold the others up for ever.
 */
const patienceMs = 30 * 60_000;

/**
 * So many places in all tabs of this browser together. `take` resolves once there is one, or where waiting is of no use: where
 * there are no locks, after half an hour, and once `until` has resolved, which also gives the place back.
 */
export function createSlots(locks: Locks | null, count: number) {
  return async function take(until: Promise<void>): Promise<void> {
    if (locks === null) return;
    const search = new AbortController();
    const timer = setTimeout(() => search.abort(), patienceMs);
    const endSearch = () => {
      clearTimeout(timer);
      search.abort();
    };
    void until.then(endSearch);
    await new Promise<void>((resolve) => {
      let isTaken = false;
      const hold = () => {
        if (isTaken) return undefined;
        isTaken = true;
        endSearch();
        resolve();
        return until;
      };
      for (let slot = 0; slot < count; slot += 1) {
        locks.request(`slot:${slot}`, { signal: search.signal }, hold).catch(() => resolve());
      }
    });
  };
}
