import type { Generation } from '../generation.ts';
import { type CreateEvent, enter, type Facts, type Step, unchanged } from './events.ts';
import { areFilesAtFault, createFailure, type Fault, pressExpired, unsentFailure } from './failures.ts';
import { startPolling } from './polling.ts';

/** A machine may have slept with some waiting in the queue of an open page: a press of days ago must not spend money. */
const queueHoldsMs = 60 * 60_000;

/**
 * From a turn in the queue to the answer of the create: prepared, uploaded, sent. That the create itself leaves follows from
 * the record of `sending`; see `recording.ts`. An answer to something that is over changes nothing.
 */
export function stepCreating(generation: Generation, event: CreateEvent, { now }: Facts): Step {
  const { phase } = generation;
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
      return enter({ ...generation, request, uploads }, { name: 'sending' });
    }
    case 'uploadFailed':
      if (phase.name !== 'uploading') break;
      return enter(generation, { name: 'failed', finishedAt: now, failure: unsentFailure(event.fault) });
    case 'created':
      if (!isCreateAwaited(generation)) break;
      return startPolling(generation, event.task, now, [{ type: 'record' }]);
    case 'createFailed':
      if (!isCreateAwaited(generation)) break;
      return failCreate(generation, event.fault, now);
  }
  return unchanged(generation);
}

function isCreateAwaited({ phase }: Generation): boolean {
  return phase.name === 'sending' && phase.hasLeft === true;
}

/** A create that may have been charged, as one without an answer in time, is `unknown`: only a person leaves that. */
function failCreate(generation: Generation, fault: Fault, now: number): Step {
  const failure = createFailure(fault);
  if (failure.charged !== 'no') return enter(generation, { name: 'unknown', finishedAt: now, failure });
  const urls = generation.uploads.map(({ url }) => url);
  const isToForget = areFilesAtFault(failure, urls);
  const failed = { name: 'failed', finishedAt: now, failure } as const;
  return enter(generation, failed, isToForget ? [{ type: 'forgetUploads', urls }] : []);
}
