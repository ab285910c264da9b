import type { Generation, GenerationPhase } from '../../src/store/generations/generation.ts';
import { isFailed } from '../../src/ui/results/generationKinds.ts';
import { failureTexts } from '../../src/ui/texts/lateTexts.ts';

type FailureWithTexts = { readonly code: string; readonly mayRetry: boolean } & ReturnType<
  typeof failureTexts
>;
type PhaseWithTexts =
  | Exclude<GenerationPhase, { readonly name: 'failed' | 'unknown' }>
  | { readonly failure: FailureWithTexts };

/** The phase as a person is told of it: a failure with its sentences in place of the facts that they are made of. */
export function phaseWithTexts(generation: Generation | undefined): PhaseWithTexts | undefined {
  if (generation === undefined || !isFailed(generation))
    return generation?.phase as PhaseWithTexts | undefined;
  const { code, mayRetry } = generation.phase.failure;
  return { ...generation.phase, failure: { code, mayRetry, ...failureTexts(generation) } };
}
