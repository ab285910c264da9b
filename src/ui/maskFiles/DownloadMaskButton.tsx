import { Download } from 'lucide-react';
import type { Editor } from '../../store/createEditor.ts';
import { withProblem } from '../../store/editor/editorState.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { fileStem, saveFile } from '../kit/saveFile.ts';
import * as lateTexts from '../texts/lateTexts.ts';

export function DownloadMaskButton() {
  const editor = useEditor();
  return (
    <Button icon={Download} onClick={() => void downloadMask(editor)}>
      {lateTexts.request.downloadMask}
    </Button>
  );
}

/** Saves the mask image exactly as it would be uploaded. */
export async function downloadMask(editor: Editor): Promise<void> {
  const { image } = editor.getState().document;
  try {
    saveFile(await editor.maskPng(), `${fileStem(image?.name ?? '')}-mask.png`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    editor.transact(withProblem({ code: 'maskNotMade', message }), 'atOnce');
  }
}
