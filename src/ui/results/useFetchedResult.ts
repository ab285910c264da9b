import { hideResult, showResult } from '../../store/editor/shownResult.ts';
import { useEditor } from '../../store/useEditor.ts';
import { saveFile } from '../kit/saveFile.ts';
import { useObjectUrl } from '../kit/useObjectUrl.ts';
import type { CompletedGeneration } from './generationKinds.ts';
import { resultFileName } from './resultTexts.ts';

export type FetchedResultProps = {
  readonly generation: CompletedGeneration;
  readonly blob: Blob;
  readonly index: number;
  readonly isShown: boolean;
};

/** A picture that has come, and what is done with it wherever it is listed. */
export function useFetchedResult({ generation, blob, index, isShown }: FetchedResultProps) {
  const editor = useEditor();
  const url = useObjectUrl(blob);

  /** Pressed, it lies on the frame; pressed again, the layout is back. */
  function toggle() {
    const shown = { generationId: generation.id, index, document: generation.document };
    editor.transact(isShown ? hideResult : showResult(shown));
  }

  function download() {
    saveFile(blob, resultFileName(generation, blob, index));
  }

  return { url, toggle, download };
}
