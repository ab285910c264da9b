import { type Generation, isCompleted, isUnderWay } from './generation.ts';
import {
  type Effect,
  enter,
  type Facts,
  type GenerationEvent,
  type PersonEvent,
  type RecordEvent,
  type SendEvent,
  type Step,
  unchanged,
} from './machine/events.ts';
import {
  areFilesAtFault,
  createFailure,
  dismissedFailure,
  notRecorded,
  pressExpired,
  unsentFailure,
} from './machine/failures.ts';
import { resumeFetching, saveAgain, stepFetching } from './machine/fetching.ts';
import { reload, takeOver } from './machine/inheriting.ts';
import { startPolling, stepPolling } from './machine/polling.ts';

/**
 * The life of one press of Generate, as a state machine: what happens goes in as an event, and what is to be done comes out as
 * effects, which the runner carries out and answers with further events. Nothing is decided anywhere else.
 *
 *     queued → preparing → uploading → sending → running → completed
 *
 * Each of these may end in `failed`, and `sending` in `unknown`. The rules about money:
 *
 * - Recorded before it leaves: `create` follows only the word that the phase `sending` is on the disk. Where an older record is
 *   there and this one is refused for want of room, it is not sent; a browser that keeps nothing at all has none to believe.
 * - Sent once: `create` comes out of a generation at most once in its life, whatever happens, and in whatever order.
 * - In doubt it asks: whoever finds `sending`, or gets no clear answer to the create, goes to `unknown`, which only a person leaves.
 * - A press holds for so long, in a queue or over a reload; then nothing is sent.
 */
export function step(generation: Generation | undefined, event: GenerationEvent, facts: Facts): Step {
  if (generation === undefined) return begin(event);
  switch (event.type) {
    case 'pressed':
      return unchanged(generation);
    case 'reloaded':
      return reload(generation, event.generation, facts);
    case 'inherited':
    case 'lookAgainAsked':
      return takeOver(generation, event, facts);
    case 'recorded':
    case 'recordRefused':
    case 'recordForgotten':
      return answerRecord(generation, event, facts);
    case 'dequeued':
    case 'uploaded':
    case 'uploadFailed':
    case 'created':
    case 'createFailed':
      return send(generation, event, facts);
    case 'dismissed':
    case 'deleteAsked':
    case 'deleteFailed':
    case 'roomMade':
      return obey(generation, event, facts);
    case 'fetchAsked':
    case 'fetched':
    case 'fetchFailed':
    case 'saved':
    case 'saveFailed':
    case 'retryDue':
      return stepFetching(generation, event, facts);
    default:
      return stepPolling(generation, event, facts);
  }
}

/** A machine may have slept with some waiting in the queue of an open page: a press of days ago must not spend money. */
const queueHoldsMs = 60 * 60_000;

/** A page learns of a generation by a press of its own, or from a record. */
function begin(event: GenerationEvent): Step {
  if (event.type === 'pressed') return { generation: event.generation, effects: [{ type: 'record' }] };
  return { generation: event.type === 'reloaded' ? event.generation : undefined, effects: [] };
}

/** A record that cannot be written stops nothing but a create, and is told once. */
function answerRecord(generation: Generation, event: RecordEvent, { now }: Facts): Step {
  if (event.type === 'recordForgotten') return unchanged({ ...generation, record: 'none' });
  const { phase, record: before } = generation;
  const hasRecord = before === 'current' || before === 'older';
  const refused = hasRecord ? 'older' : 'none';
  const after: Generation = { ...generation, record: event.type === 'recorded' ? 'current' : refused };
  const isNews = event.type === 'recordRefused' && before !== 'older' && before !== 'none';
  const told: Effect[] = isNews ? [{ type: 'notify', code: 'generationNotRecorded' }] : [];
  if (phase.name === 'failed' && phase.task === undefined && after.record === 'older') {
    // Deleting needs no room. The older record would have it sent after a reload, though its failure says that it was not.
    return unchanged(after, [...told, { type: 'forgetRecord' }]);
  }
  if (phase.name !== event.phase) return unchanged(after, told);
  if (phase.name === 'queued' && before === undefined) {
    return unchanged(after, [...told, { type: 'enqueue' }]);
  }
  if (phase.name === 'preparing') return enter(after, { name: 'uploading' }, [...told, { type: 'upload' }]);
  if (phase.name !== 'sending' || phase.hasLeft || after.request === undefined) {
    return unchanged(after, told);
  }
  if (after.record === 'older') {
    return enter(after, { name: 'failed', finishedAt: now, failure: notRecorded }, told);
  }
  const leaving: Generation = { ...after, phase: { name: 'sending', hasLeft: true } };
  return unchanged(leaving, [...told, { type: 'create', request: after.request }]);
}

/** From the turn to the task. An answer to something that is over changes nothing. */
function send(generation: Generation, event: SendEvent, facts: Facts): Step {
  const { phase } = generation;
  const { now } = facts;
  if (event.type === 'dequeued' && phase.name === 'queued') {
    const isExpired = now - generation.startedAt > queueHoldsMs;
    if (isExpired) return enter(generation, { name: 'failed', finishedAt: now, failure: pressExpired });
    return enter(generation, { name: 'preparing' });
  }
  if (event.type === 'uploaded' && phase.name === 'uploading') {
    const { request, uploads } = event;
    // Written before it leaves: whoever finds it in this phase knows that the request may have reached the service.
    return enter({ ...generation, request, uploads }, { name: 'sending' });
  }
  if (event.type === 'uploadFailed' && phase.name === 'uploading') {
    return enter(generation, { name: 'failed', finishedAt: now, failure: unsentFailure(event.fault) });
  }
  const isAwaited = phase.name === 'sending' && phase.hasLeft === true;
  if (event.type === 'created' && isAwaited) {
    return startPolling(generation, event.task, now, [{ type: 'record' }]);
  }
  if (event.type === 'createFailed' && isAwaited) {
    const failure = createFailure(event.fault);
    const name = failure.charged === 'no' ? 'failed' : 'unknown';
    const urls = generation.uploads.map(({ url }) => url);
    const isToForget = failure.charged === 'no' && areFilesAtFault(failure, urls);
    return enter(
      generation,
      { name, finishedAt: now, failure },
      isToForget ? [{ type: 'forgetUploads', urls }] : [],
    );
  }
  return unchanged(generation);
}

/** What the person wants of it. Each does nothing where the generation does not allow it. */
function obey(generation: Generation, event: PersonEvent, facts: Facts): Step {
  const { phase, record } = generation;
  const { now, isLeased } = facts;
  switch (event.type) {
    case 'dismissed':
      if (phase.name !== 'unknown') break;
      return enter(generation, { ...phase, name: 'failed', failure: dismissedFailure(phase.failure) });
    case 'deleteAsked':
      // Off the screen first, so that its turn cannot come while it is being deleted.
      if (isUnderWay(generation) && !(phase.name === 'queued' && isLeased)) break;
      return { generation: undefined, effects: [{ type: 'delete' }] };
    case 'deleteFailed': {
      const told: Effect = { type: 'notify', code: 'generationNotDeleted' };
      if (isCompleted(generation)) {
        const resumed = resumeFetching(generation);
        return { ...resumed, effects: [told, ...resumed.effects] };
      }
      // Its turn is over: it must not be sent after all, nor wait for ever.
      if (phase.name !== 'queued') return unchanged(generation, [told]);
      return enter(generation, { name: 'failed', finishedAt: now, failure: pressExpired }, [told]);
    }
    case 'roomMade': {
      const saving = saveAgain(generation);
      const isUnrecorded = record === 'none' || record === 'older';
      return isUnrecorded ? { ...saving, effects: [{ type: 'record' }, ...saving.effects] } : saving;
    }
  }
  return unchanged(generation);
}
