import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { limits } from '../../contract/limits.ts';
import type { Task } from '../../contract/task.ts';
import type { Document, ResultOrigin } from '../../model/document/document.ts';
import type { Settings } from '../../model/request/settings.ts';
import type { Failure } from './machine/failures.ts';

/**
 * One image of a completed task: its bytes, and whether this browser keeps them, or why they are not here yet. `problem` says
 * why they are not kept. `isGone`: its link is dead, and nothing asks for it any more by itself.
 */
export type Result =
  | {
      readonly kind: 'fetched';
      readonly blob: Blob;
      readonly isSaved: boolean;
      readonly problem?: 'full' | 'failed' | undefined;
    }
  | { readonly kind: 'loading' }
  | ({ readonly kind: 'missing'; readonly isGone: boolean } & MissingReason);

/** Why a result is not here. A server of the other mode knows nothing of it. `message`: the words of the server. */
export type MissingReason =
  | { readonly reason: 'linkDied' | 'waitsForSandbox' | 'waitsForKey' }
  | { readonly reason: 'notFetched'; readonly message: string };

/** How the page that holds the lease asks for the task; all times in milliseconds. */
export type Polling = {
  readonly acceptedAt: number;
  /** The pause between two polls that succeed, and the next one. */
  readonly intervalMs: number;
  readonly pauseMs: number;
  /** How often in a row asking failed, and how often the service did not know the task. */
  readonly failureCount: number;
  readonly unknownCount: number;
  /** How long the server's stream may be silent before the task is polled; undefined where there is none. */
  readonly silenceMs?: number | undefined;
};

/** How the page that holds the lease fetches and saves results: in rounds, with a pause between two. */
export type Fetching = { readonly rounds: number; readonly inFlight: readonly number[] };

export type GenerationPhase =
  | { readonly name: 'queued' | 'preparing' | 'uploading' }
  /**
   * `hasLeft`: the request was given to the network. `sentAt`: just before, with a server that promises to answer the same
   * one again with what came of it. `repeat`: its answer was lost, and is asked for so, since when and for the how manieth time.
   */
  | {
      readonly name: 'sending';
      readonly hasLeft?: true | undefined;
      readonly sentAt?: number | undefined;
      readonly repeat?: { readonly since: number; readonly count: number } | undefined;
    }
  /** `trouble` says why the last poll failed; polling goes on. */
  | {
      readonly name: 'running';
      readonly task: Task;
      readonly trouble?: string | undefined;
      readonly polling?: Polling | undefined;
    }
  | {
      readonly name: 'completed';
      readonly task: Task;
      readonly finishedAt: number;
      readonly results: readonly Result[];
      readonly fetching?: Fetching | undefined;
    }
  | {
      readonly name: 'failed';
      readonly task?: Task | undefined;
      readonly finishedAt: number;
      readonly failure: Failure;
    }
  /**
   * Nobody knows whether the request reached the service. Nothing sends it again by itself. `sentAt`: as in `sending`.
   * `asked`: whether the server is asked once more what came of it, or what it said.
   */
  | {
      readonly name: 'unknown';
      readonly finishedAt: number;
      readonly failure: Failure;
      readonly sentAt?: number | undefined;
      readonly asked?: 'asking' | 'unknown' | 'unanswered' | undefined;
    };

/** A file at the service; `expiresAt` in milliseconds since the epoch, like all times here. */
export type SentFile = { readonly url: string; readonly expiresAt: number };

/** One press of Generate: what was sent, from which document, and what became of it. */
export type Generation = {
  readonly id: string;
  readonly startedAt: number;
  readonly isSandbox: boolean;
  readonly document: Document;
  readonly settings: Settings;
  readonly request?: GenerationRequest | undefined;
  readonly uploads: readonly SentFile[];
  /** The result that the document's image came from, so that steps form a chain. */
  readonly base?: ResultOrigin | undefined;
  /** How many attempts of it the server has told to be clearly refused, and when the last: it keeps that for so long. */
  readonly refused?: { readonly attempts: number; readonly at: number } | undefined;
  readonly phase: GenerationPhase;
  /**
   * What this browser keeps of it: nothing, an older state, which whoever reads it would believe, or this one. Undefined until
   * the first attempt to keep it has come to its end.
   */
  readonly record?: 'none' | 'older' | 'current' | undefined;
};

export type InPhase<Name extends GenerationPhase['name']> = Generation & {
  readonly phase: Extract<GenerationPhase, { readonly name: Name }>;
};

export function isInPhase<Name extends GenerationPhase['name']>(
  generation: Generation,
  name: Name,
): generation is InPhase<Name> {
  return generation.phase.name === name;
}

/** The number, from 1, of the attempt that is sent next, or was sent last and is not refused. */
export function attemptOf({ refused }: Generation): number {
  return (refused?.attempts ?? 0) + 1;
}

export function isCompleted(generation: Generation): generation is InPhase<'completed'> {
  return isInPhase(generation, 'completed');
}

/** Whether it is still to come to an end, be it only waiting for its turn. */
export function isUnderWay({ phase }: Generation): boolean {
  return phase.name !== 'completed' && phase.name !== 'failed' && phase.name !== 'unknown';
}

/** What this browser keeps, or would keep, of its results. */
export function bytesOf({ phase }: Generation): number {
  if (phase.name !== 'completed') return 0;
  return phase.results.reduce((sum, result) => sum + (result.kind === 'fetched' ? result.blob.size : 0), 0);
}

/** The earliest moment at which the service may delete the results; undefined while there are none. */
export function resultsExpireAt({ phase }: Generation): number | undefined {
  if (phase.name !== 'completed') return undefined;
  return Math.min(phase.task.created * 1000, phase.finishedAt) + limits.resultLifetimeHours * 3_600_000;
}

export function hasUnsavedResult({ phase }: Generation): boolean {
  return phase.name === 'completed' && phase.results.some(isStillToSave);
}

export function isStillToSave(result: Result): boolean {
  return result.kind === 'fetched' ? !result.isSaved : !isGone(result);
}

export function isGone(result: Result): boolean {
  return result.kind === 'missing' && result.isGone;
}

/**
 * Whether there is anything to go on with. Another service's tasks are unknown to this one: a server restarted without its key
 * must not lose what was paid for.
 */
export function isUnfinished(generation: Generation, isSandbox: boolean): boolean {
  return generation.isSandbox === isSandbox && (isUnderWay(generation) || hasUnsavedResult(generation));
}

/** Whether something that is nowhere else would be lost with this page. */
export function isLostWithPage({ phase, record }: Generation, isLeased: boolean): boolean {
  if (phase.name === 'completed') {
    return phase.results.some((each) => each.kind === 'fetched' && !each.isSaved);
  }
  const isLeaving = phase.name === 'uploading' || phase.name === 'sending';
  return isLeased && (isLeaving || record === 'none' || record === 'older');
}
