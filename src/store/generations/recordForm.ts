import type { GenerationRecord, StoredPhase } from '../../storage/generationRecord.ts';
import type { StoredGeneration } from '../../storage/storedGenerations.ts';
import { type Generation, type GenerationPhase, isGone, type Result } from './generation.ts';

/** What is kept of a generation; the bytes of its results lie beside it. */
export function recordOf(generation: Generation): GenerationRecord {
  const { record: _, phase, ...rest } = generation;
  return { ...rest, phase: storedPhase(phase) };
}

/**
 * Troubles and questions pass, and results lie beside the record as bytes. Whether it has left, the next page cannot know.
 */
function storedPhase(phase: GenerationPhase): StoredPhase {
  if (phase.name === 'sending') return { name: 'sending', ...sentAtOf(phase) };
  if (phase.name === 'unknown') {
    return { name: 'unknown', finishedAt: phase.finishedAt, failure: phase.failure, ...sentAtOf(phase) };
  }
  if (phase.name === 'running') return { name: 'running', task: phase.task };
  if (phase.name !== 'completed') return phase;
  const { name, task, finishedAt } = phase;
  const gone = phase.results.flatMap((result, index) => (isGone(result) ? [index] : []));
  return { name, task, finishedAt, ...(gone.length > 0 && { gone }) };
}

function sentAtOf({ sentAt }: { readonly sentAt?: number | undefined }) {
  return sentAt === undefined ? {} : { sentAt };
}

/** The generation that a record tells of; `known` is what is known of it already, in a page of this mode. */
export function generationOf(
  { record, results }: StoredGeneration,
  known: Generation | undefined,
  isSandbox: boolean,
): Generation {
  const { phase } = record;
  if (phase.name !== 'completed') return { ...record, phase, record: 'current' };
  const before = known?.phase.name === 'completed' ? known.phase.results : [];
  const fetching = known?.phase.name === 'completed' ? known.phase.fetching : undefined;
  const now = (phase.task.results ?? []).map((_, index) => {
    const absent = phase.gone?.includes(index) ? goneResult : absentResult(record, isSandbox);
    return resultOf(results.get(index), before[index], absent);
  });
  const { name, task, finishedAt } = phase;
  return { ...record, phase: { name, task, finishedAt, results: now, fetching }, record: 'current' };
}

const goneResult: Result = { kind: 'missing', reason: 'linkDied', isGone: true };

/** The server of the other mode knows nothing of it, so that nobody is asking for it. */
function absentResult(record: GenerationRecord, isSandbox: boolean): Result {
  if (record.isSandbox === isSandbox) return { kind: 'loading' };
  const reason = record.isSandbox ? 'waitsForSandbox' : 'waitsForKey';
  return { kind: 'missing', reason, isGone: false };
}

/** Bytes that are at hand stay the same object, lest what shows them flickers. */
function resultOf(saved: Blob | undefined, before: Result | undefined, absent: Result): Result {
  if (before?.kind === 'fetched' && saved === undefined)
    return before.isSaved ? { ...before, isSaved: false } : before;
  const blob = before?.kind === 'fetched' ? before.blob : saved;
  if (blob) return { kind: 'fetched', blob, isSaved: true };
  return isGone(absent) ? absent : (before ?? absent);
}
