import type { Leases } from '../tabs/leases.ts';
import { createSemaphore } from '../tabs/semaphore.ts';
import type { Locks } from '../tabs/tabs.ts';
import { type Generation, isUnderWay } from './generation.ts';
import { type GenerationStore, generationWith } from './generationStore.ts';

type Parts = {
  generations: GenerationStore;
  leases: Leases;
  /** How many may run at once. */
  limit: number;
  /** By which the limit holds for all tabs together; where there are none, each tab has its own. */
  locks: Locks | null;
};

export type Queue = ReturnType<typeof createQueue>;

/** Lets a page's generations run in the order in which they were asked for, so many at once. */
export function createQueue({ generations, leases, limit, locks }: Parts) {
  const acquire = createSemaphore(locks, limit);

  /** Resolves to true when it is the generation's turn, and to false where it was deleted before that. */
  async function waitUntilDequeued(id: string): Promise<boolean> {
    await seen((ours) => !ours.some((each) => each.id === id) || isNext(ours, id, limit));
    await acquire(ended(id));
    return generationWith(generations, id) !== undefined;
  }

  function ended(id: string): Promise<void> {
    return seen((ours) => !ours.some((each) => each.id === id && isUnderWay(each)));
  }

  /** Resolves as soon as it is so with this page's own generations. */
  function seen(isSo: (ours: readonly Generation[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = generations.subscribe(look);
      look();

      function look() {
        if (!isSo(generations.getState().generations.filter((each) => leases.isHeld(each.id)))) return;
        unsubscribe();
        resolve();
      }
    });
  }

  return {
    waitUntilDequeued,
    /** For one that runs already when this page takes it over; it does not wait. */
    occupy: (id: string) => void acquire(ended(id)),
  };
}

/** `generations` are sorted with the newest first. */
function isNext(generations: readonly Generation[], id: string, limit: number): boolean {
  const running = generations.filter((each) => isUnderWay(each) && each.phase.name !== 'queued');
  const oldest = generations.findLast((each) => each.phase.name === 'queued');
  return running.length < limit && oldest?.id === id;
}
