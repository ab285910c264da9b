import { useMemo } from 'react';
import type { ShownResult } from '../store/editor/editorState.ts';
import type { GenerationState } from '../store/generations/generationStore.ts';
import { useEditorState, useGenerations } from '../store/useEditor.ts';
import { useBitmap } from './useBitmap.ts';

/** The result that is looked at, decoded; null while there is none. */
export function useResultBitmap(): ImageBitmap | null {
  const shown = useEditorState((state) => state.shownResult);
  const blob = useGenerations((state) => (shown ? shownBlob(state, shown) : undefined));
  const load = useMemo(() => (blob === undefined ? null : async () => blob), [blob]);
  return useBitmap(load);
}

function shownBlob({ generations }: GenerationState, { generationId, index }: ShownResult): Blob | undefined {
  const phase = generations.find((generation) => generation.id === generationId)?.phase;
  const result = phase?.name === 'completed' ? phase.results[index] : undefined;
  return result?.kind === 'fetched' ? result.blob : undefined;
}
