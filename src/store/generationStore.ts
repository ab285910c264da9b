import { createStore } from 'zustand/vanilla';
import type { GenerationRequest } from '../contract/generationRequest.ts';
import type { Task } from '../contract/task.ts';
import type { Document } from '../model/document.ts';
import type { Settings } from '../model/settings.ts';
import type { Failure } from './failure.ts';

/** One image of a completed task: its bytes, or why they could not be fetched yet. */
export type Result =
  | { readonly kind: 'fetched'; readonly blob: Blob }
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing'; readonly message: string };

export type GenerationPhase =
  | { readonly name: 'preparing' | 'uploading' | 'sending' }
  /** `trouble` says why the last look at the task failed; watching goes on. */
  | { readonly name: 'running'; readonly task: Task; readonly trouble?: string }
  | { readonly name: 'completed'; readonly task: Task; readonly results: readonly Result[] }
  | { readonly name: 'failed'; readonly task?: Task; readonly failure: Failure };

/** One press of Generate: what was sent, from which document, and what became of it. */
export type Generation = {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly isSandbox: boolean;
  readonly document: Document;
  readonly settings: Settings;
  readonly request?: GenerationRequest;
  readonly phase: GenerationPhase;
};

/** Newest first. */
export type GenerationState = { readonly generations: readonly Generation[] };
export type GenerationStore = ReturnType<typeof createGenerationStore>;

export function createGenerationStore() {
  return createStore<GenerationState>()(() => ({ generations: [] }));
}

export function updateGeneration(store: GenerationStore, id: string, change: Partial<Generation>) {
  store.setState(({ generations }) => ({
    generations: generations.map((each) => (each.id === id ? { ...each, ...change } : each)),
  }));
}

export function isUnderWay(generation: Generation): boolean {
  return generation.phase.name !== 'completed' && generation.phase.name !== 'failed';
}
