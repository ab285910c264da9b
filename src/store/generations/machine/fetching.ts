import { limits } from '../../../contract/limits.ts';
import { type Backoff, backoffMs } from '../../../contract/retry.ts';
import { type Task, taskAgeMaxMs } from '../../../contract/task.ts';
import {
  type Fetching,
  type Generation,
  type GenerationPhase,
  type InPhase,
  isCompleted,
  isStillToSave,
  type Result,
} from '../generation.ts';
import { type Effect, type Facts, type ResultEvent, type Step, unchanged } from './events.ts';
import type { Fault } from './failures.ts';

const backoff: Backoff = { firstMs: 2000, maxMs: 10 * 60_000 };
/** At the longest pause, two days: one for as long as links live, and one for a server that is away at their end. */
const roundsMax = 300;

/** From a task's creation, in ms: it runs for no longer than `taskAgeMaxMs`, and its results then live for some hours. */
const longestLifeMs = limits.resultLifetimeHours * 3_600_000 + taskAgeMaxMs;

export function completedPhase(task: Task, finishedAt: number) {
  const results: Result[] = (task.results ?? []).map(() => ({ kind: 'loading' }));
  return { name: 'completed', task, finishedAt, results } as const satisfies GenerationPhase;
}

/** Brings the bytes of results here and keeps them, at once and long before their links die. */
export function startFetching(generation: InPhase<'completed'>): Step {
  return startRound(generation, 0);
}

/**
 * Tries again, ever less often, until all results are saved or known to be gone. Only the page that holds the lease does so by
 * itself; a person may try in any page.
 */
export function stepFetching(generation: Generation, event: ResultEvent, facts: Facts): Step {
  if (!isCompleted(generation)) return unchanged(generation);
  if (event.type === 'retryDue') return retry(generation);
  const { index } = event;
  const known = generation.phase.results[index];
  if (known === undefined) return unchanged(generation);
  switch (event.type) {
    case 'fetchAsked':
      return fetchAsked(generation, index, facts);
    case 'fetched': {
      const fetched = { kind: 'fetched', blob: event.blob, isSaved: false } as const;
      return unchanged(withResult(generation, index, fetched), [{ type: 'save', index, blob: event.blob }]);
    }
    case 'fetchFailed':
      return fetchFailed(generation, index, event.fault, facts);
    case 'saved':
      if (known.kind !== 'fetched') return unchanged(generation);
      return endAttempt(
        withResult(generation, index, { kind: 'fetched', blob: known.blob, isSaved: true }),
        index,
      );
    case 'saveFailed': {
      if (known.kind !== 'fetched') return unchanged(generation);
      const problem = event.isFull ? 'full' : 'failed';
      const isTold = event.isFull ? facts.isStorageFull : known.problem !== undefined;
      const code = event.isFull ? 'noRoomForResults' : 'resultNotSaved';
      const told: Effect[] = isTold ? [] : [{ type: 'notify', code }];
      return endAttempt(withResult(generation, index, { ...known, problem }), index, told);
    }
  }
}

/** Of results at hand that could not be saved: there may be room for them now. */
export function saveAgain(generation: Generation): Step {
  if (!isCompleted(generation)) return unchanged(generation);
  const { results } = generation.phase;
  const effects = results.flatMap((each, index): Effect[] =>
    each.kind === 'fetched' && each.problem !== undefined ? [{ type: 'save', index, blob: each.blob }] : [],
  );
  const untold = results.map((each) => (each.kind === 'fetched' ? { ...each, problem: undefined } : each));
  return unchanged({ ...generation, phase: { ...generation.phase, results: untold } }, effects);
}

/** After it was away for a moment, in which answers passed it by. */
export function resumeFetching(generation: InPhase<'completed'>): Step {
  const { fetching } = generation.phase;
  return fetching === undefined ? unchanged(generation) : startRound(generation, fetching.rounds);
}

/** One try for each result that is not here or not saved. */
function startRound(generation: InPhase<'completed'>, rounds: number): Step {
  const { phase } = generation;
  const open = openResults(generation);
  const effects = open.map((index): Effect => {
    const known = phase.results[index];
    return known?.kind === 'fetched' ? { type: 'save', index, blob: known.blob } : { type: 'fetch', index };
  });
  const results = phase.results.map((each, index) =>
    open.includes(index) && each.kind !== 'fetched' ? loading : each,
  );
  const fetching: Fetching = { rounds, inFlight: open };
  return unchanged({ ...generation, phase: { ...phase, results, fetching } }, effects);
}

/** A person's own try may still be under way. */
function retry(generation: InPhase<'completed'>): Step {
  const { fetching } = generation.phase;
  if (fetching === undefined || fetching.inFlight.length > 0) return unchanged(generation);
  return startRound(generation, fetching.rounds + 1);
}

/** Also of one that is given up for gone. The server of the other mode could not know it. */
function fetchAsked(generation: InPhase<'completed'>, index: number, { isSandbox }: Facts): Step {
  const { fetching } = generation.phase;
  if (generation.isSandbox !== isSandbox || fetching?.inFlight.includes(index)) return unchanged(generation);
  const asked = withResult(generation, index, loading);
  const effects: Effect[] = [{ type: 'fetch', index }];
  if (fetching === undefined) return unchanged(asked, effects);
  const inFlight = [...fetching.inFlight, index];
  return unchanged({ ...asked, phase: { ...asked.phase, fetching: { ...fetching, inFlight } } }, effects);
}

/** A link whose host withholds it after all its time is dead, which is recorded: nothing asks for it again by itself. */
function fetchFailed(generation: InPhase<'completed'>, index: number, fault: Fault, { now }: Facts): Step {
  const isDead = now >= generation.phase.task.created * 1000 + longestLifeMs;
  const isGone = isWithheld(fault) && isDead;
  const missing = { kind: 'missing', reason: 'notFetched', message: fault.message, isGone } as const;
  return endAttempt(withResult(generation, index, missing), index, isGone ? [{ type: 'record' }] : []);
}

/** By the link's host, or for want of the task. Any other trouble may pass, and says nothing of the link. */
function isWithheld({ code, status }: Fault): boolean {
  return code === 'result_withheld' || (status === 404 && code !== 'bad_answer');
}

/** The last attempt of a round to end begins the pause before the next. */
function endAttempt(generation: InPhase<'completed'>, index: number, effects: readonly Effect[] = []): Step {
  const { phase } = generation;
  if (phase.fetching === undefined) return unchanged(generation, effects);
  const { rounds } = phase.fetching;
  const inFlight = phase.fetching.inFlight.filter((each) => each !== index);
  const ended = { ...generation, phase: { ...phase, fetching: { rounds, inFlight } } };
  const isOver = inFlight.length > 0 || rounds >= roundsMax || openResults(ended).length === 0;
  if (isOver) return unchanged(ended, effects);
  const afterMs = backoffMs(backoff, rounds + 1);
  return unchanged(ended, [...effects, { type: 'retry', afterMs }]);
}

function openResults({ phase }: InPhase<'completed'>): number[] {
  return phase.results.flatMap((each, index) => (isStillToSave(each) ? [index] : []));
}

function withResult(generation: InPhase<'completed'>, index: number, result: Result): InPhase<'completed'> {
  const { phase } = generation;
  return { ...generation, phase: { ...phase, results: phase.results.with(index, result) } };
}

const loading: Result = { kind: 'loading' };
