import type { EditorStorage } from '../../storage/openStorage.ts';
import type { StoredGeneration } from '../../storage/storedGenerations.ts';
import type { Leases } from '../tabs/leases.ts';
import { type Generation, isUnfinished } from './generation.ts';
import { type GenerationStore, generationWith } from './generationStore.ts';
import { keepGenerationsAnew } from './keepAnew.ts';
import type { Dispatch, LeaseReason } from './machine/events.ts';
import type { Pauses } from './pauses.ts';
import { generationOf } from './recordForm.ts';

export type LeasedWorkParts = {
  generations: GenerationStore;
  storage: EditorStorage;
  leases: Leases;
  pauses: Pauses;
  isSandbox: boolean;
  dispatch: Dispatch;
};

/** How a page comes by generations: by a press of its own, by reading records, and by the lease on what another left behind. */
export function createLeasedWork(parts: LeasedWorkParts) {
  const { generations, storage, leases, pauses, isSandbox, dispatch } = parts;

  /** Takes over what a tab has written. */
  async function reload(id: string): Promise<void> {
    take(id, await storage.loadGeneration(id));
  }

  function take(id: string, stored: StoredGeneration | undefined): void {
    void dispatch(id, { type: 'reloaded', generation: keptOf(id, stored) });
  }

  function keptOf(id: string, stored: StoredGeneration | undefined): Generation | undefined {
    return stored && generationOf(stored, generationWith(generations, id), isSandbox);
  }

  /** Works on one once no other page does, from what is recorded by then. Resolves at its end, or when only retries are left. */
  async function takeOver(id: string, reason: LeaseReason): Promise<void> {
    await new Promise<void>((resolve) => {
      void leases.acquire(id, async () => {
        await goOn(id, reason);
        resolve();
        await pauses.over(id);
      });
    });
  }

  /** A record that cannot be read is left alone: it may say that the request was sent. */
  async function goOn(id: string, reason: LeaseReason): Promise<void> {
    const read = await storage.loadGeneration(id).then(
      (stored) => ({ stored }),
      () => undefined,
    );
    if (read) await dispatch(id, { ...reason, kept: keptOf(id, read.stored) });
  }

  async function reloadAll(): Promise<void> {
    for (const kept of await storage.loadGenerations()) take(kept.record.id, kept);
  }

  return {
    reload,
    takeOver,

    reloadAll,

    /** Writes what the browser has lost of them. Says what it could not write, which counts as not saved from then on. */
    async keepAnew() {
      const problem = await keepGenerationsAnew(storage, generations.getState().generations);
      if (problem !== undefined) await reloadAll().catch(() => undefined);
      return problem;
    },

    /** Begins with a press, in this page. Resolves at its end, or when only retries are left. */
    async start(generation: Generation): Promise<void> {
      const release = leases.claim(generation.id);
      await dispatch(generation.id, { type: 'pressed', generation });
      void pauses.over(generation.id).then(release);
    },

    /** Goes on with what another tab, or this one before its reload, left under way; at once or when that tab goes. */
    inheritAll(): void {
      for (const generation of generations.getState().generations) {
        if (!isUnfinished(generation, isSandbox) || leases.isWanted(generation.id)) continue;
        void takeOver(generation.id, { type: 'inherited' });
      }
    },
  };
}
