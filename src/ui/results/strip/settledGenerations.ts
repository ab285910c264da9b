import { type Generation, type GenerationPhase, isCompleted } from '../../../store/generations/generation.ts';

type InPhase<Name extends GenerationPhase['name']> = Generation & {
  readonly phase: Extract<GenerationPhase, { readonly name: Name }>;
};

export type CompletedGeneration = InPhase<'completed'>;
export type FailedGeneration = InPhase<'failed' | 'unknown'>;

export function isFailed(generation: Generation): generation is FailedGeneration {
  return generation.phase.name === 'failed' || generation.phase.name === 'unknown';
}

/** The newest one that has come to an end, well or not. */
export function latestSettled(
  generations: readonly Generation[],
): CompletedGeneration | FailedGeneration | undefined {
  return generations.filter((each) => isCompleted(each) || isFailed(each))[0];
}
