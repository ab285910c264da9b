import type { Locks } from './tabs.ts';

/**
 * Longer than a task can run. A tab that the browser has put to sleep may keep its permit for as long as it likes, and must
 * not hold the others up for ever.
 */
const timeoutMs = 30 * 60_000;

/**
 * A counting semaphore for all tabs of this browser together: `count` locks, of which a holder has any one. `acquire` resolves
 * once there is a permit, or where waiting is of no use: where there are no locks, after half an hour, and once `until` has
 * resolved, which also gives the permit back.
 */
export function createSemaphore(locks: Locks | null, count: number) {
  return async function acquire(until: Promise<void>): Promise<void> {
    if (locks === null) return;
    const search = new AbortController();
    const timer = setTimeout(() => search.abort(), timeoutMs);
    const endSearch = () => {
      clearTimeout(timer);
      search.abort();
    };
    void until.then(endSearch);
    await new Promise<void>((resolve) => {
      let isAcquired = false;
      const hold = () => {
        if (isAcquired) return undefined;
        isAcquired = true;
        endSearch();
        resolve();
        return until;
      };
      // The locks of permits are called slots, as tabs with an older page call them.
      for (let permit = 0; permit < count; permit += 1) {
        locks.request(`slot:${permit}`, { signal: search.signal }, hold).catch(() => resolve());
      }
    });
  };
}
