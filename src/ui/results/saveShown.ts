import type { Editor } from '../../store/createEditor.ts';
import { shownDocument, withProblem } from '../../store/editor/editorState.ts';
import { isCompleted } from '../../store/generations/generation.ts';
import { generationWith } from '../../store/generations/generationStore.ts';
import { fileStem, saveFile } from '../kit/saveFile.ts';
import { downloadMask } from '../maskFiles/DownloadMaskButton.tsx';
import { resultFileName } from './resultTexts.ts';

/** Saves what is looked at as a file: the result, as it is restored where that is tried, or else the mask. */
export async function saveShown(editor: Editor): Promise<void> {
  const { shownResult, comparison, document } = editor.getState();
  if (comparison.feather !== null) await saveRestored(editor, comparison.feather);
  else if (shownResult !== null) saveResult(editor, shownResult);
  else if (document.image !== null) await downloadMask(editor);
}

function saveResult({ generations }: Editor, shown: { generationId: string; index: number }) {
  const generation = generationWith(generations.store, shown.generationId);
  if (generation === undefined || !isCompleted(generation)) return;
  const result = generation.phase.results[shown.index];
  if (result?.kind !== 'fetched') return;
  saveFile(result.blob, resultFileName(generation, result.blob, shown.index));
}

/** Saves the result with the original put back; `feather` in canvas px. */
export async function saveRestored(editor: Editor, feather: number): Promise<void> {
  const index = editor.getState().shownResult?.index ?? 0;
  const stem = fileStem(shownDocument(editor.getState()).image?.name ?? '');
  try {
    saveFile(await editor.comparison.restoredPng(feather), `${stem}-${index + 1}-restored.png`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    editor.transact(withProblem({ code: 'failed', message }), 'atOnce');
  }
}
