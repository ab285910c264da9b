import { createStore } from 'zustand/vanilla';
import type { Generation } from './generation.ts';

/** Newest first. `isStorageFull`: results at hand are not kept in this browser for want of room. */
export type GenerationState = {
  readonly generations: readonly Generation[];
  readonly isStorageFull: boolean;
};
export type GenerationStore = ReturnType<typeof createGenerationStore>;

export function createGenerationStore() {
  return createStore<GenerationState>()(() => ({ generations: [], isStorageFull: false }));
}

export function generationWith(store: GenerationStore, id: string): Generation | undefined {
  return store.getState().generations.find((generation) => generation.id === id);
}

/** Puts it in the place of what is known of it, and among the others by its age; takes it away where there is nothing. */
export function putGeneration(store: GenerationStore, id: string, generation: Generation | undefined): void {
  store.setState(({ generations }) => {
    const next = replaced(generations, id, generation);
    return { generations: next, isStorageFull: next.some(hasNoRoom) };
  });
}

function replaced(
  generations: readonly Generation[],
  id: string,
  generation: Generation | undefined,
): readonly Generation[] {
  if (generation === undefined) return generations.filter((each) => each.id !== id);
  const place = generations.findIndex((each) => each.id === id);
  const next = place >= 0 ? generations.with(place, generation) : [generation, ...generations];
  return next.sort((a, b) => b.startedAt - a.startedAt);
}

function hasNoRoom({ phase }: Generation): boolean {
  if (phase.name !== 'completed') return false;
  return phase.results.some((each) => each.kind === 'fetched' && !each.isSaved && each.problem === 'full');
}
