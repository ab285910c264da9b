import type { Tabs } from '../tabs/tabs.ts';
import { failureOfInterruption, failureOfStalePress } from './failure.ts';
import type { GenerationRecords } from './generationRecords.ts';
import {
  type Generation,
  type GenerationPhase,
  type GenerationStore,
  generationWith,
  hasUnsavedResult,
  isUnderWay,
} from './generationStore.ts';
import type { ResultKeeper } from './resultKeeper.ts';

type Parts = {
  generations: GenerationStore;
  records: GenerationRecords;
  results: ResultKeeper;
  tabs: Tabs;
  isSandbox: boolean;
  workOn(id: string): Promise<void>;
  now(): number;
};

/**
 * How long a press of Generate holds good for a request that was not sent. A reload or a crash a moment later does not take
 * it back, so sending goes on by itself; but a browser opened again next week must not spend money on a press long forgotten.
 */
const pressHoldsMs = 10 * 60_000;

/**
 * One tab at a time works on a generation: the one that holds its lock, which the browser passes on when that tab goes,
 * however it goes. The others wait for the lock, and show meanwhile what the holder writes.
 */
export function createGenerationClaims(parts: Parts) {
  const { generations, records, results, tabs, now } = parts;
  const waitedFor = new Set<string>();
  const held = new Set<string>();

  /**
   * Works on a generation of this page's own once it is `recorded`; its lock is asked for before another tab can hear of it.
   * Resolves at its end; results that did not come are tried on after it.
   */
  async function begin(id: string, recorded: Promise<void>): Promise<void> {
    held.add(id);
    return new Promise((resolve) => {
      void withLock(id, async () => {
        await recorded;
        await parts.workOn(id);
        resolve();
        await results.keepTrying(id);
      });
    });
  }

  /** Goes on with what another tab, or this one before its reload, left under way; at once or when that tab goes. */
  function takeUp() {
    for (const generation of generations.getState().generations) {
      if (isUnfinished(generation) && !waitedFor.has(generation.id)) void inherit(generation.id);
    }
  }

  async function inherit(id: string): Promise<void> {
    await withLock(id, async () => {
      await records.reload(id).catch(() => undefined);
      const generation = generationWith(generations, id);
      if (!generation || !isUnfinished(generation)) return;
      const phase = inheritedPhase(generation, now());
      if (phase === undefined) return;
      if (phase !== generation.phase) await records.change(id, { phase });
      await parts.workOn(id);
      await results.keepTrying(id);
    });
  }

  async function withLock(id: string, work: () => Promise<void>): Promise<void> {
    waitedFor.add(id);
    const holding = async () => {
      held.add(id);
      try {
        await work();
      } finally {
        held.delete(id);
        waitedFor.delete(id);
      }
    };
    await (tabs.locks ? tabs.locks.request(`generation:${id}`, holding) : holding());
  }

  /** Another service's tasks are unknown to this one: a server restarted without its key must not lose what was paid for. */
  function isUnfinished(generation: Generation): boolean {
    if (generation.isSandbox !== parts.isSandbox) return false;
    return isUnderWay(generation) || hasUnsavedResult(generation);
  }

  /** The phase to go on from; undefined where another tab may be at it and there is no lock to tell. */
  function inheritedPhase({ phase, startedAt }: Generation, at: number): GenerationPhase | undefined {
    if (phase.name === 'running' || phase.name === 'completed') return phase;
    const isStale = at - startedAt > pressHoldsMs;
    if (tabs.locks === null && !isStale) return undefined;
    if (phase.name === 'sending') {
      return { name: 'unknown', finishedAt: at, failure: failureOfInterruption(parts.isSandbox) };
    }
    if (isStale) return { name: 'failed', finishedAt: at, failure: failureOfStalePress(parts.isSandbox) };
    return { name: 'queued' };
  }

  return { begin, takeUp, isHeld: (id: string) => held.has(id) };
}
