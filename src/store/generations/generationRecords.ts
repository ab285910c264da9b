import type { EditorStorage } from '../../storage/openStorage.ts';
import type { KeptGeneration } from '../../storage/storedGenerations.ts';
import type { Tabs } from '../tabs/tabs.ts';
import type { ComplainOfKeeping } from './complainOfKeeping.ts';
import { failureOfStalePress } from './failure.ts';
import {
  type Generation,
  type GenerationStore,
  generationWith,
  updateGeneration,
} from './generationStore.ts';
import { generationOf, recordOf } from './recordForm.ts';

type Parts = {
  generations: GenerationStore;
  storage: EditorStorage;
  tabs: Tabs;
  isSandbox: boolean;
  complainOfKeeping: ComplainOfKeeping;
  now(): number;
};

export type GenerationRecords = ReturnType<typeof createGenerationRecords>;

const notKept =
  'This browser could not keep the record of this generation. It goes on; leave this page open until you have its results.';

/**
 * Keeps the generations on the screen and in this browser the same. Whatever changes one goes through here: the store
 * first, then the record, then word to the other tabs. A record that cannot be written stops nothing, but is told.
 */
export function createGenerationRecords(parts: Parts) {
  const { generations, storage, tabs, complainOfKeeping, now } = parts;
  /** Whose last change is not written; it would be gone with this page. */
  const unkept = new Set<string>();
  const written = new Set<string>();

  async function write(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation) return;
    try {
      await storage.saveGeneration(recordOf(generation));
      unkept.delete(id);
      written.add(id);
      tabs.announce(id);
    } catch {
      const isNews = !unkept.has(id);
      unkept.add(id);
      if (isNews) complainOfKeeping(notKept);
      if (isNeverSent(generation) && written.has(id)) await forget(id);
    }
  }

  /** Deleting needs no room. The older record would have it sent after a reload, though its failure says that it was not. */
  async function forget(id: string): Promise<void> {
    await storage.deleteGeneration(id).then(
      () => written.delete(id),
      () => undefined,
    );
  }

  function put(kept: KeptGeneration) {
    const known = generationWith(generations, kept.record.id);
    const generation = generationOf(kept, known, parts.isSandbox);
    written.add(generation.id);
    generations.setState((state) => ({
      generations: [...state.generations.filter(({ id }) => id !== generation.id), generation].sort(
        (a, b) => b.startedAt - a.startedAt,
      ),
    }));
  }

  function drop(id: string) {
    unkept.delete(id);
    generations.setState((state) => ({ generations: state.generations.filter((each) => each.id !== id) }));
  }

  /** What else happened meanwhile stays. Its turn is over: it must not be sent after all, nor wait for ever. */
  function putBack(removed: Generation) {
    const isWaiting = removed.phase.name === 'queued';
    const ended = {
      name: 'failed',
      finishedAt: now(),
      failure: failureOfStalePress(parts.isSandbox),
    } as const;
    const generation = isWaiting ? { ...removed, phase: ended } : removed;
    generations.setState((state) => ({
      generations: [...state.generations, generation].sort((a, b) => b.startedAt - a.startedAt),
    }));
    if (isWaiting) void write(removed.id);
  }

  return {
    isKept: (id: string) => !unkept.has(id),
    /** Whether what is written tells an earlier state than the true one, which whoever reads it would believe. */
    isOutdated: (id: string) => unkept.has(id) && written.has(id),

    async add(generation: Generation): Promise<void> {
      generations.setState((state) => ({ generations: [generation, ...state.generations] }));
      await write(generation.id);
    },

    /** Resolves once it is written. */
    async change(id: string, change: Partial<Generation>): Promise<void> {
      updateGeneration(generations, id, change);
      await write(id);
    },

    /** What could not be written: there may be room for it now. */
    async saveAgain(): Promise<void> {
      for (const id of [...unkept]) await write(id);
    },

    async loadAll(): Promise<void> {
      for (const kept of await storage.loadGenerations()) put(kept);
    },

    /** Takes over what another tab has written. */
    async reload(id: string): Promise<void> {
      if (unkept.has(id)) return;
      const kept = await storage.loadGeneration(id);
      if (kept) put(kept);
      else drop(id);
    },

    /** Off the screen first, so that its turn cannot come while it is being deleted. */
    async remove(id: string): Promise<void> {
      const removed = generationWith(generations, id);
      drop(id);
      try {
        await storage.deleteGeneration(id);
        tabs.announce(id);
      } catch (error) {
        if (removed) putBack(removed);
        throw error;
      }
    },
  };
}

function isNeverSent({ phase }: Generation): boolean {
  return phase.name === 'failed' && phase.task === undefined;
}
