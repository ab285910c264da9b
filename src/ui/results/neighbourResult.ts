import type { ShownResult } from '../../store/editor/editorState.ts';
import { type Generation, isCompleted } from '../../store/generations/generation.ts';
import type { CompletedGeneration } from './generationKinds.ts';

/** The result before (-1) or after (1) the shown one, in the order in which they are listed; undefined at the ends. */
export function neighbourResult(
  generations: readonly Generation[],
  shown: ShownResult,
  step: -1 | 1,
): ShownResult | undefined {
  const results = generations.filter(isCompleted).flatMap(fetchedResults);
  const place = results.findIndex(
    ({ generationId, index }) => generationId === shown.generationId && index === shown.index,
  );
  return place < 0 ? undefined : results[place + step];
}

function fetchedResults({ id, document, phase }: CompletedGeneration): ShownResult[] {
  return phase.results.flatMap((result, index) =>
    result.kind === 'fetched' ? [{ generationId: id, index, document }] : [],
  );
}
