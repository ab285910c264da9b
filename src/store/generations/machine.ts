import { type Generation, isCompleted, isUnderWay } from './generation.ts';
import { stepCreating } from './machine/creating.ts';
import {
  type Effect,
  enter,
  type Facts,
  type GenerationEvent,
  type PersonEvent,
  type Step,
  unchanged,
} from './machine/events.ts';
import { dismissedFailure, pressExpired } from './machine/failures.ts';
import { resumeFetching, saveAgain, stepFetching } from './machine/fetching.ts';
import { reload, takeOver } from './machine/inheriting.ts';
import { stepPolling } from './machine/polling.ts';
import { stepRecording } from './machine/recording.ts';

/**
 * The life of one press of Generate, as a state machine: what happens goes in as an event, and what is to be done comes out as
 * effects, which the runner carries out and answers with further events. Nothing is decided anywhere else.
 *
 *     queued → preparing → uploading → sending → running → completed
 *
 * Each of these may end in `failed`, and `sending` in `unknown`. The rules about money:
 *
 * - Recorded before it leaves: `create` follows only once the phase `sending` is on the disk. Where an older record is
 *   there and this one is refused for want of room, it is not sent; a browser that keeps nothing at all has none to believe.
 * - Sent once: `create` comes out of a generation at most once in its life, whatever happens, and in whatever order; once more
 *   only after the server's word that the one before was refused, as the next attempt of the same id. Where its answer is lost,
 *   `repeatCreate` asks for it with the same id and request: the server sends an id once, and keeps for a day what came of it.
 *   It is asked only where it promised so before the request left.
 * - In doubt it asks: whoever finds `sending`, or gets no clear answer to the create, goes to `unknown`, which only a person leaves,
 *   or the server's word on the very same create, where the person has it asked for that: `askOutcome` sends nothing.
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
    case 'outcomeAsked':
    case 'retryAsked':
      return takeOver(generation, event, facts);
    case 'recorded':
    case 'recordRefused':
    case 'recordForgotten':
      return stepRecording(generation, event, facts);
    case 'dequeued':
    case 'uploaded':
    case 'uploadFailed':
    case 'created':
    case 'createFailed':
      return stepCreating(generation, event, facts);
    case 'dismissed':
    case 'deleteAsked':
    case 'deleteFailed':
    case 'roomMade':
      return stepByPerson(generation, event, facts);
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

/** A page learns of a generation by a press of its own, or from a record. */
function begin(event: GenerationEvent): Step {
  if (event.type === 'pressed') return { generation: event.generation, effects: [{ type: 'record' }] };
  return { generation: event.type === 'reloaded' ? event.generation : undefined, effects: [] };
}

/** What the person wants of it. Each does nothing where the generation does not allow it. */
function stepByPerson(generation: Generation, event: PersonEvent, facts: Facts): Step {
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
