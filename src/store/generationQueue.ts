import { type Generation, type GenerationStore, isUnderWay } from './generationStore.ts';

/**
 * Lets a page's generations run in the order in which they were asked for, so many at once. Other tabs have queues of their
 * own: one that the browser has put to sleep must not hold this one up.
 */
export function createGenerationQueue(
  generations: GenerationStore,
  isOurs: (id: string) => boolean,
  limit: number,
) {
  /** Resolves to true when it is the generation's turn, and to false where it was deleted before that. */
  return async function turn(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      const unsubscribe = generations.subscribe(look);
      look();

      function look() {
        const ours = generations.getState().generations.filter((each) => isOurs(each.id));
        const isThere = ours.some((each) => each.id === id);
        if (isThere && !isNext(ours, id, limit)) return;
        unsubscribe();
        resolve(isThere);
      }
    });
  };
}

/** `generations` are sorted with the newest first. */
function isNext(generations: readonly Generation[], id: string, limit: number): boolean {
  const running = generations.filter((each) => isUnderWay(each) && each.phase.name !== 'queued');
  const oldest = generations.findLast((each) => each.phase.name === 'queued');
  return running.length < limit && oldest?.id === id;
}
