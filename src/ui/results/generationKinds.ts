import type { Config } from '../../contract/config.ts';
import {
  type Generation,
  type GenerationPhase,
  isCompleted,
  isUnderWay,
} from '../../store/generations/generation.ts';

type InPhase<Name extends GenerationPhase['name']> = Generation & {
  readonly phase: Extract<GenerationPhase, { readonly name: Name }>;
};

export type CompletedGeneration = InPhase<'completed'>;
export type FailedGeneration = InPhase<'failed' | 'unknown'>;

export function isFailed(generation: Generation): generation is FailedGeneration {
  return generation.phase.name === 'failed' || generation.phase.name === 'unknown';
}

/** The newest one that has come to an end, well or not. */
export function latestEnded(
  generations: readonly Generation[],
): CompletedGeneration | FailedGeneration | undefined {
  return generations.filter((each) => isCompleted(each) || isFailed(each))[0];
}

/** Those of the other service go on with another server, and may never come to an end here. */
export function isOfThisService({ isSandbox }: Generation, { mode }: Config): boolean {
  return isSandbox === (mode === 'sandbox');
}

/** The generations that this server's service is still to finish, the one sent first in front. */
export function runningGenerations(generations: readonly Generation[], config: Config) {
  return generations.filter((each) => isUnderWay(each) && isOfThisService(each, config)).reverse();
}
