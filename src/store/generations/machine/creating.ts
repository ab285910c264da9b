import { type Generation, type InPhase, isInPhase } from '../generation.ts';
import { answerOutcome, isOutcomeOpen } from './asking.ts';
import { type CreateEvent, type Effect, enter, type Facts, type Step, unchanged } from './events.ts';
import { createFailure, type Fault, pressExpired, unsentFailure } from './failures.ts';
import { startPolling } from './polling.ts';
import { refuseCreate } from './refusing.ts';
import { isAnswerLost, leaveInDoubt, repeatCreate } from './repeating.ts';

/** A machine may have slept with some waiting in the queue of an open page: a press of days ago must not spend money. */
const queueHoldsMs = 60 * 60_000;

/**
 * From a turn in the queue to the answer of the create: prepared, uploaded, sent. That the create itself leaves follows from
 * the record of `sending`; see `recording.ts`. An answer to something that is over changes nothing.
 */
export function stepCreating(generation: Generation, event: CreateEvent, facts: Facts): Step {
  const { phase } = generation;
  const { now, createMemoryMs } = facts;
  switch (event.type) {
    case 'dequeued': {
      if (phase.name !== 'queued') break;
      const isExpired = now - generation.startedAt > queueHoldsMs;
      if (isExpired) return enter(generation, { name: 'failed', finishedAt: now, failure: pressExpired });
      return enter(generation, { name: 'preparing' });
    }
    case 'uploaded': {
      if (phase.name !== 'uploading') break;
      const { request, uploads } = event;
      // Written before it leaves: whoever finds it in this phase knows that the request may have reached the service.
      const sentAt = createMemoryMs > 0 ? { sentAt: now } : {};
      return enter({ ...generation, request, uploads }, { name: 'sending', ...sentAt });
    }
    case 'uploadFailed':
      if (phase.name !== 'uploading') break;
      return enter(generation, { name: 'failed', finishedAt: now, failure: unsentFailure(event.fault) });
    case 'created': {
      const isAnswer = isOutcomeOpen(generation);
      if (!isAnswer && !isCreateAwaited(generation)) break;
      const permit: Effect[] = isAnswer ? [{ type: 'occupy' }] : [];
      return startPolling(generation, event.task, now, [{ type: 'record' }, ...permit]);
    }
    case 'createFailed':
      if (isInPhase(generation, 'unknown')) return answerOutcome(generation, event.fault, facts);
      if (!isCreateAwaited(generation)) break;
      return failCreate(generation, event.fault, facts);
  }
  return unchanged(generation);
}

function isCreateAwaited(generation: Generation): generation is InPhase<'sending'> {
  return isInPhase(generation, 'sending') && generation.phase.hasLeft === true;
}

/** The code by which it tells that it knows no refusal that this attempt would follow, and has not sent it. */
const attemptForgotten = 'generation_attempt_refused';

/** Every attempt before was clearly refused, so that none has been charged; this one leaves again once that is on the disk. */
function sendAsFirst(generation: InPhase<'sending'>, { now }: Facts): Step {
  return enter({ ...generation, refused: undefined }, { name: 'sending', sentAt: now });
}

/**
 * One without an answer is repeated, where the server may know what came of it. Else a create that may have been charged is
 * `unknown`: only a person leaves that.
 */
function failCreate(generation: InPhase<'sending'>, fault: Fault, facts: Facts): Step {
  const isPromised = generation.phase.sentAt !== undefined;
  if (isPromised && isAnswerLost(generation, fault)) return repeatCreate(generation, fault, facts);
  if (fault.code === attemptForgotten && generation.refused !== undefined && !generation.phase.repeat) {
    return sendAsFirst(generation, facts);
  }
  const failure = createFailure(fault);
  if (failure.charged !== 'no') return leaveInDoubt(generation, failure, facts.now);
  return refuseCreate(generation, fault, facts);
}
