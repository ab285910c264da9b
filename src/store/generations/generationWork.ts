import type { ProxyClient } from '../../api/proxyClient.ts';
import { ProxyError } from '../../api/proxyError.ts';
import type { Task } from '../../contract/task.ts';
import { failureOfError, failureOfStalePress, failureOfTask, failureOfWatching } from './failure.ts';
import type { GenerationRecords } from './generationRecords.ts';
import {
  type Generation,
  type GenerationPhase,
  type GenerationStore,
  generationWith,
  updateGeneration,
} from './generationStore.ts';
import type { ResultKeeper } from './resultKeeper.ts';
import type { Uploads } from './uploads.ts';
import type { Wait } from './waitOnline.ts';
import { watchTask } from './watchTask.ts';

type Parts = {
  generations: GenerationStore;
  records: GenerationRecords;
  results: ResultKeeper;
  uploads: Uploads;
  client: ProxyClient;
  /** Resolves to false where the generation was deleted instead. */
  turn(id: string): Promise<boolean>;
  /** Of one that runs already. */
  takePlace(id: string): void;
  sendGeneration(generation: Generation): Promise<Task>;
  onCompleted(id: string): void;
  isSandbox: boolean;
  now(): number;
  wait: Wait;
};

/** Failures after which the files at the service are under suspicion. */
const fileFailures = ['image_processing_error', 'image_dimension_mismatch', 'invalid_parameters'];

/** A machine may have slept with some waiting: a press of days ago must not spend money. In milliseconds. */
const queueHoldsMs = 60 * 60_000;

/** Takes a generation from wherever it is to its end. Never rejects: what goes wrong becomes its phase. */
export function createGenerationWork(parts: Parts) {
  const { generations, records, results, client, isSandbox, now } = parts;

  return async function workOn(id: string): Promise<void> {
    const phase = phaseOf(id);
    if (phase?.name === 'queued') await send(id);
    else if (phase?.name === 'running') await watchOn(id, phase.task);
    else if (phase?.name === 'completed') await results.bring(id);
  };

  async function send(id: string): Promise<void> {
    if (!(await parts.turn(id))) return;
    const pressedAt = generationWith(generations, id)?.startedAt ?? now();
    if (now() - pressedAt > queueHoldsMs) {
      const ended = { finishedAt: now(), failure: failureOfStalePress(isSandbox) };
      return records.change(id, { phase: { name: 'failed', ...ended } });
    }
    await records.change(id, { phase: { name: 'preparing' } });
    const generation = generationWith(generations, id);
    if (!generation) return;
    try {
      const task = await parts.sendGeneration(generation);
      await records.change(id, { phase: { name: 'running', task } });
      await watch(id, task);
    } catch (error) {
      await giveUp(id, error);
    }
  }

  async function giveUp(id: string, error: unknown): Promise<void> {
    const isUnknown = error instanceof ProxyError && error.mayHaveBeenCharged;
    if (error instanceof ProxyError && error.status === 400) await forgetFiles(id);
    const ended = { finishedAt: now(), failure: failureOfError(error, isSandbox) };
    await records.change(id, { phase: { name: isUnknown ? 'unknown' : 'failed', ...ended } });
  }

  async function watchOn(id: string, task: Task): Promise<void> {
    parts.takePlace(id);
    await watch(id, task);
  }

  async function watch(id: string, task: Task): Promise<void> {
    const startedAt = generationWith(generations, id)?.startedAt ?? now();
    try {
      await finish(id, await watchTask({ ...parts, client }, { task, startedAt }, report));
    } catch (error) {
      const ended = { finishedAt: now(), failure: failureOfWatching(error, task, isSandbox) };
      await records.change(id, { phase: { name: 'failed', task, ...ended } });
    }

    function report(told: Task, trouble?: string) {
      const phase: GenerationPhase = { name: 'running', task: told, ...(trouble && { trouble }) };
      if (trouble === undefined) void records.change(id, { phase });
      else updateGeneration(generations, id, { phase });
    }
  }

  async function finish(id: string, task: Task): Promise<void> {
    const finishedAt = now();
    if (task.status === 'failed') {
      if (fileFailures.includes(task.error?.code ?? '')) await forgetFiles(id);
      const failure = failureOfTask(task, isSandbox);
      await records.change(id, { phase: { name: 'failed', task, finishedAt, failure } });
      return;
    }
    const loading = (task.results ?? []).map(() => ({ kind: 'loading' as const }));
    await records.change(id, { phase: { name: 'completed', task, finishedAt, results: loading } });
    if (loading.length > 0) parts.onCompleted(id);
    await results.bring(id);
  }

  async function forgetFiles(id: string): Promise<void> {
    await parts.uploads.forget((generationWith(generations, id)?.uploads ?? []).map(({ url }) => url));
  }

  function phaseOf(id: string): GenerationPhase | undefined {
    return generationWith(generations, id)?.phase;
  }
}
