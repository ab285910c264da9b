import type { GenerationRequest } from '../../../contract/generationRequest.ts';
import type { Task } from '../../../contract/task.ts';
import type { Generation, GenerationPhase, SentFile } from '../generation.ts';
import type { Fault } from './failures.ts';

/** What a step needs to know besides the generation and the event. */
export type Facts = {
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** The mode of the server that this page talks to. */
  readonly isSandbox: boolean;
  /** Whether this browser can tell that another tab works on a generation. */
  readonly hasLocks: boolean;
  /** Whether this page works on it, or has it in its queue. */
  readonly isLeased: boolean;
  /** Whether the person knows already that there is no room for results. */
  readonly isStorageFull: boolean;
  /** How long the server remembers what came of a create, and answers the same one again with it; 0 where it does not. */
  readonly createMemoryMs: number;
};

/** `generation` is undefined where it is gone from the page. */
export type Step = { readonly generation: Generation | undefined; readonly effects: readonly Effect[] };

/** What is to be done, and the events that answer it. */
export type Effect =
  /** Write the generation as it is now: `recorded` or `recordRefused`. */
  | { readonly type: 'record' }
  /** Take away a record that says what is not so any more: `recordForgotten`, or nothing. */
  | { readonly type: 'forgetRecord' }
  /** Take away the record and the results: `deleteFailed`, or nothing. */
  | { readonly type: 'delete' }
  /** Wait for its turn in this page's queue, and for a permit of the browser's semaphore: `dequeued`. */
  | { readonly type: 'enqueue' }
  /** Take a permit without waiting, for a task that runs already. */
  | { readonly type: 'occupy' }
  /** Have the files at the service, and build the request: `uploaded` or `uploadFailed`. */
  | { readonly type: 'upload' }
  | { readonly type: 'forgetUploads'; readonly urls: readonly string[] }
  /** The one that may cost money: `created` or `createFailed`. */
  | { readonly type: 'create'; readonly request: GenerationRequest }
  /** After a pause, the very same again, to learn what came of it: `created` or `createFailed`. `sentAt`: when it first left. */
  | {
      readonly type: 'repeatCreate';
      readonly request: GenerationRequest;
      readonly sentAt: number;
      readonly afterMs: number;
    }
  /** Ask what came of a create without sending it; `sentAt` as above: `created` or `createFailed`. */
  | { readonly type: 'askOutcome'; readonly sentAt: number }
  /** Listen to the server's stream: `streamOpened`, then what it tells; `streamEnded` where there is none, or no longer. */
  | { readonly type: 'listen' }
  /** Ask for the task after a pause, in place of a pause that lasts still: `polled` or `pollFailed`. */
  | { readonly type: 'poll'; readonly afterMs: number }
  /** `fetched` or `fetchFailed`. */
  | { readonly type: 'fetch'; readonly index: number }
  /** `saved` or `saveFailed`. */
  | { readonly type: 'save'; readonly index: number; readonly blob: Blob }
  /** After a pause, in place of one that lasts still: `retryDue`. */
  | { readonly type: 'retry'; readonly afterMs: number }
  /** Look at the first result, where that disturbs nobody. */
  | { readonly type: 'show' }
  | { readonly type: 'notify'; readonly code: NoticeCode };

export type NoticeCode =
  | 'generationNotRecorded'
  | 'generationNotDeleted'
  | 'noRoomForResults'
  | 'resultNotSaved';

export type RecordEvent =
  /** `phase` is the one that was, or was to be, written. */
  | { readonly type: 'recorded' | 'recordRefused'; readonly phase: GenerationPhase['name'] }
  | { readonly type: 'recordForgotten' };

export type CreateEvent =
  | { readonly type: 'dequeued' }
  | {
      readonly type: 'uploaded';
      readonly request: GenerationRequest;
      readonly uploads: readonly SentFile[];
    }
  | { readonly type: 'created'; readonly task: Task }
  | { readonly type: 'uploadFailed' | 'createFailed'; readonly fault: Fault };

export type PollEvent =
  | { readonly type: 'streamOpened' | 'streamEnded' }
  /** By the stream. */
  | { readonly type: 'taskHeard'; readonly task: Task }
  | { readonly type: 'troubleHeard'; readonly message: string }
  | { readonly type: 'refusalHeard'; readonly fault: Fault }
  /** By asking. */
  | { readonly type: 'polled'; readonly task: Task }
  | { readonly type: 'pollFailed'; readonly fault: Fault };

export type ResultEvent =
  /** By the person. */
  | { readonly type: 'fetchAsked'; readonly index: number }
  | { readonly type: 'fetched'; readonly index: number; readonly blob: Blob }
  | { readonly type: 'fetchFailed'; readonly index: number; readonly fault: Fault }
  | { readonly type: 'saved'; readonly index: number }
  | { readonly type: 'saveFailed'; readonly index: number; readonly isFull: boolean }
  | { readonly type: 'retryDue' };

/** `roomMade`: something was deleted, so that there may be room for what could not be kept. */
export type PersonEvent = {
  readonly type: 'dismissed' | 'deleteAsked' | 'deleteFailed' | 'roomMade';
};

/**
 * This page has got the lease on what another page, or this one before its reload, worked on: to go on with it, or, for the
 * person, to poll a lost task once more, to ask what came of a create in doubt, or to send again what was refused.
 */
export type LeaseReason =
  | { readonly type: 'inherited' | 'lookAgainAsked' | 'outcomeAsked' }
  /** `finishedAt` is of the refusal that the person has seen. */
  | { readonly type: 'retryAsked'; readonly finishedAt: number };

/**
 * `kept` is what the record says under that lease, undefined where it is gone: what the page knew before may be older than a
 * create of the page that went.
 */
export type LeaseEvent = LeaseReason & { readonly kept: Generation | undefined };

export type GenerationEvent =
  /** By the person, with the generation that comes of it. */
  | { readonly type: 'pressed'; readonly generation: Generation }
  /** What its record says, which another tab may have written; undefined where that is gone. */
  | { readonly type: 'reloaded'; readonly generation: Generation | undefined }
  | LeaseEvent
  | RecordEvent
  | CreateEvent
  | PollEvent
  | ResultEvent
  | PersonEvent;

/**
 * Tells the machine of something. Resolves when all that follows has come to its end, but for retries after a pause. `before`
 * stands in for a generation that is not in the page.
 */
export type Dispatch = (id: string, event: GenerationEvent, before?: Generation) => Promise<void>;

export function unchanged(generation: Generation, effects: readonly Effect[] = []): Step {
  return { generation, effects };
}

/** A new phase is recorded before anything else is done in it. */
export function enter(
  generation: Generation,
  phase: GenerationPhase,
  effects: readonly Effect[] = [],
): { readonly generation: Generation; readonly effects: readonly Effect[] } {
  return { generation: { ...generation, phase }, effects: [{ type: 'record' }, ...effects] };
}
