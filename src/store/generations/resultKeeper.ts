import type { ProxyClient } from '../../api/proxyClient.ts';
import { ProxyError } from '../../api/proxyError.ts';
import { limits } from '../../contract/limits.ts';
import { type Backoff, backoffMs } from '../../contract/retry.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import { StorageError } from '../../storage/storageError.ts';
import type { Tabs } from '../tabs/tabs.ts';
import type { ComplainOfKeeping } from './complainOfKeeping.ts';
import type { GenerationRecords } from './generationRecords.ts';
import {
  type GenerationStore,
  generationWith,
  isCompleted,
  isStillToSave,
  type Result,
  updateGeneration,
} from './generationStore.ts';
import type { Wait } from './waitOnline.ts';

type Parts = {
  generations: GenerationStore;
  records: GenerationRecords;
  storage: EditorStorage;
  tabs: Tabs;
  client: ProxyClient;
  isSandbox: boolean;
  now(): number;
  wait: Wait;
  complainOfKeeping: ComplainOfKeeping;
};

export type ResultKeeper = ReturnType<typeof createResultKeeper>;

const fetchBackoff: Backoff = { firstMs: 2000, maxMs: 10 * 60_000 };
/** At the longest pause, two days: one for as long as links live, and one for a server that is away at their end. */
const triesMax = 300;

/** From a task's creation, in ms: it runs for 20 minutes at most, and its results then live for some hours. */
const longestLifeMs = limits.resultLifetimeHours * 3_600_000 + 30 * 60_000;

const noRoom =
  'There is no room left in this browser to keep the results. They stay here while this page is open: download them, or delete older results to make room.';
const notSaved =
  'This browser could not keep a result. It stays here while this page is open: download it before you leave.';

/** Brings the bytes of results here and keeps them, at once and long before their links die. */
export function createResultKeeper(parts: Parts) {
  const { generations, storage, client, now } = parts;
  /** Of which the person has been told. */
  const unsaved = new WeakSet<Blob>();

  /** One try for each result that is not here or not saved. */
  async function bring(id: string): Promise<void> {
    await Promise.all(openResults(id).map((index) => bringOne(id, index)));
  }

  async function bringOne(id: string, index: number): Promise<void> {
    const known = resultAt(id, index);
    if (known?.kind === 'fetched') await save(id, index, known.blob);
    else await fetchResult(id, index);
  }

  /** Also the way for a person to try a missing one again. */
  async function fetchResult(id: string, index: number): Promise<void> {
    const generation = generationWith(generations, id);
    if (generation?.phase.name !== 'completed' || generation.isSandbox !== parts.isSandbox) return;
    replace(id, index, { kind: 'loading' });
    try {
      const blob = await client.getResult(generation.phase.task.id, index);
      replace(id, index, { kind: 'fetched', blob, isSaved: false });
      await save(id, index, blob);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const isGone = isRefused(error) && now() >= generation.phase.task.created * 1000 + longestLifeMs;
      replace(id, index, { kind: 'missing', message, isGone });
      if (isGone) await parts.records.change(id, {});
    }
  }

  async function save(id: string, index: number, blob: Blob): Promise<void> {
    // Deleted while its results came in: nothing would ever take these bytes away again.
    if (resultAt(id, index) === undefined) return;
    try {
      await storage.saveResult(id, index, blob);
      replace(id, index, { kind: 'fetched', blob, isSaved: true });
      parts.tabs.announce(id);
    } catch (error) {
      const isFull = error instanceof StorageError && error.code === 'full';
      const isTold = isFull ? generations.getState().isStorageFull : unsaved.has(blob);
      unsaved.add(blob);
      if (isFull) generations.setState({ isStorageFull: true });
      if (!isTold) parts.complainOfKeeping(isFull ? noRoom : notSaved);
    }
  }

  /** Tries again, ever less often, until all are saved or known to be gone. */
  async function keepTrying(id: string): Promise<void> {
    for (let tries = 0; tries < triesMax && openResults(id).length > 0; tries += 1) {
      await parts.wait(backoffMs(fetchBackoff, tries + 1));
      await bring(id);
    }
  }

  /** Of results at hand for which there was no room: there may be some now. */
  async function saveAgain(): Promise<void> {
    generations.setState({ isStorageFull: false });
    for (const { id } of generations.getState().generations) {
      for (const index of openResults(id)) {
        const known = resultAt(id, index);
        if (known?.kind === 'fetched') await save(id, index, known.blob);
      }
    }
  }

  function openResults(id: string): number[] {
    const generation = generationWith(generations, id);
    if (!generation || !isCompleted(generation)) return [];
    return generation.phase.results.flatMap((each, index) => (isStillToSave(each) ? [index] : []));
  }

  function resultAt(id: string, index: number): Result | undefined {
    const generation = generationWith(generations, id);
    return generation && isCompleted(generation) ? generation.phase.results[index] : undefined;
  }

  function replace(id: string, index: number, result: Result) {
    const generation = generationWith(generations, id);
    if (!generation || !isCompleted(generation)) return;
    const { phase } = generation;
    updateGeneration(generations, id, { phase: { ...phase, results: phase.results.with(index, result) } });
  }

  return { bring, keepTrying, fetchResult, saveAgain };
}

/** By the link's host, or for want of the task. Any other trouble may pass, and says nothing of the link. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof ProxyError)) return false;
  return error.code === 'result_withheld' || (error.status === 404 && error.code !== 'bad_answer');
}
