import { type Generation, isCompleted, isInPhase, isUnderWay } from '../generation.ts';
import { askOutcome } from './asking.ts';
import { enter, type Facts, type LeaseEvent, type Step, unchanged } from './events.ts';
import { interrupted, pressExpired, taskLost } from './failures.ts';
import { startFetching } from './fetching.ts';
import { startPolling } from './polling.ts';
import { leaveInDoubt, repeatCreate } from './repeating.ts';
import { retryRefused } from './retrying.ts';

/**
 * How long a press of Generate holds good for a request that was not sent when its page went. A reload or a crash a moment later
 * does not take it back, so sending goes on by itself; but a browser opened again next week must not spend money on a press long
 * forgotten.
 */
const pressHoldsMs = 10 * 60_000;

/**
 * What this page works on, or could not record, it knows better than the record. A read may also have lagged behind: what has left
 * or ended never goes back to what is still to be sent.
 */
export function reload(generation: Generation, kept: Generation | undefined, { isLeased }: Facts): Step {
  const isWorkedOnHere = isLeased && isUnderWay(generation);
  const isStale =
    kept !== undefined && isUnsent(kept) && !isUnsent(generation) && kept.startedAt <= generation.startedAt;
  if (isWorkedOnHere || isStale || isAheadOfRecord(generation)) return unchanged(generation);
  return { generation: kept, effects: [] };
}

function isUnsent({ phase: { name } }: Generation): boolean {
  return name === 'queued' || name === 'preparing' || name === 'uploading';
}

/** Only a page that works on it can be: by a phase that it could not record, a request that has left, or a task that it polls. */
function isAheadOfRecord({ phase, record }: Generation): boolean {
  const hasLeft = phase.name === 'sending' && phase.hasLeft === true;
  const isPolled = phase.name === 'running' && phase.polling !== undefined;
  return hasLeft || isPolled || record === 'none' || record === 'older';
}

/** Goes on from the record that was read under the lease, whatever this page knew: nobody else writes it any more. */
export function takeOver(known: Generation, event: LeaseEvent, facts: Facts): Step {
  const generation = isAheadOfRecord(known) ? known : event.kept;
  if (generation === undefined) return { generation, effects: [] };
  switch (event.type) {
    case 'inherited':
      return inherit(generation, facts);
    case 'lookAgainAsked':
      return lookAgain(generation, facts);
    case 'outcomeAsked':
      return askOutcome(generation, facts) ?? inherit(generation, facts);
    case 'retryAsked':
      return retryRefused(generation, event.finishedAt, facts) ?? inherit(generation, facts);
  }
}

/**
 * Polls a lost task once more; what another page has made of it meanwhile is gone on with. Nothing is sent, so it costs nothing.
 * The service of the other mode would not know it.
 */
function lookAgain(generation: Generation, facts: Facts): Step {
  const { phase } = generation;
  if (generation.isSandbox !== facts.isSandbox) return unchanged(generation);
  if (phase.name !== 'failed' || phase.failure.code !== taskLost || !phase.task) {
    return inherit(generation, facts);
  }
  return startPolling(generation, phase.task, facts.now, [{ type: 'record' }, { type: 'occupy' }]);
}

/**
 * Goes on with what another tab, or this one before its reload, left under way. Another service's tasks are unknown to this one:
 * a server restarted without its key must not lose what was paid for. Where there are no locks, nobody can tell whether another
 * tab is still at it.
 */
function inherit(generation: Generation, facts: Facts): Step {
  const { phase, startedAt, isSandbox } = generation;
  if (isSandbox !== facts.isSandbox) return unchanged(generation);
  if (phase.name === 'running') {
    if (phase.polling) return unchanged(generation);
    return startPolling(generation, phase.task, facts.now, [{ type: 'occupy' }]);
  }
  if (isCompleted(generation)) return startFetching(generation);
  const isExpired = facts.now - startedAt > pressHoldsMs;
  if (!isUnderWay(generation) || (!facts.hasLocks && !isExpired)) return unchanged(generation);
  if (isInPhase(generation, 'sending') && generation.phase.repeat) return unchanged(generation);
  // Only what the disk says: one that could not be recorded as being sent may not have left.
  if (isInPhase(generation, 'sending') && generation.record === 'current') {
    return repeatCreate(generation, undefined, facts, [{ type: 'occupy' }]);
  }
  if (isInPhase(generation, 'sending')) return leaveInDoubt(generation, interrupted, facts.now);
  if (isExpired) return enter(generation, { name: 'failed', finishedAt: facts.now, failure: pressExpired });
  if (phase.name === 'queued') return unchanged(generation, [{ type: 'enqueue' }]);
  return enter(generation, { name: 'queued' }, [{ type: 'enqueue' }]);
}
