import { createStore } from 'zustand/vanilla';
import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { limits } from '../../contract/limits.ts';
import type { Task } from '../../contract/task.ts';
import type { Document, ResultOrigin } from '../../model/document/document.ts';
import type { Settings } from '../../model/request/settings.ts';
import type { Failure } from './failure.ts';

/**
 * One image of a completed task: its bytes, and whether this browser keeps them, or why they are not here yet. `isGone`: its
 * link is dead, and nothing asks for it any more by itself.
 */
export type Result =
  | { readonly kind: 'fetched'; readonly blob: Blob; readonly isSaved: boolean }
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing'; readonly message: string; readonly isGone: boolean };

export type GenerationPhase =
  | { readonly name: 'queued' | 'preparing' | 'uploading' | 'sending' }
  /** `trouble` says why the last look at the task failed; watching goes on. */
  | { readonly name: 'running'; readonly task: Task; readonly trouble?: string | undefined }
  | {
      readonly name: 'completed';
      readonly task: Task;
      readonly finishedAt: number;
      readonly results: readonly Result[];
    }
  | {
      readonly name: 'failed';
      readonly task?: Task | undefined;
      readonly finishedAt: number;
      readonly failure: Failure;
    }
  /** Nobody knows whether the request reached the service. Nothing sends it again by itself. */
  | { readonly name: 'unknown'; readonly finishedAt: number; readonly failure: Failure };

/** A file at the service; `expiresAt` in milliseconds since the epoch, like all times here. */
type SentFile = { readonly url: string; readonly expiresAt: number };

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
  readonly phase: GenerationPhase;
};

type InPhase<Name extends GenerationPhase['name']> = Generation & {
  readonly phase: Extract<GenerationPhase, { readonly name: Name }>;
};

export function isCompleted(generation: Generation): generation is InPhase<'completed'> {
  return generation.phase.name === 'completed';
}

/** Newest first. `isStorageFull`: results at hand are not kept in this browser for want of room. */
export type GenerationState = {
  readonly generations: readonly Generation[];
  readonly isStorageFull: boolean;
};
export type GenerationStore = ReturnType<typeof createGenerationStore>;

export function createGenerationStore() {
  return createStore<GenerationState>()(() => ({ generations: [], isStorageFull: false }));
}

export function updateGeneration(store: GenerationStore, id: string, change: Partial<Generation>) {
  store.setState(({ generations }) => ({
    generations: generations.map((each) => (each.id === id ? { ...each, ...change } : each)),
  }));
}

export function generationWith(store: GenerationStore, id: string): Generation | undefined {
  return store.getState().generations.find((generation) => generation.id === id);
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
