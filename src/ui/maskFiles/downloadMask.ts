import type { Editor } from '../../store/createEditor.ts';
import { fileStem, saveFile } from '../kit/saveFile.ts';

/** Saves the mask image exactly as it would be uploaded. */
export async function downloadMask(editor: Editor): Promise<void> {
  const { image } = editor.documents.getState().document;
  try {
    saveFile(await editor.maskPng(), `${fileStem(image?.name ?? '')}-mask.png`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    editor.session.setState({ notice: { tone: 'problem', message: `The mask was not made. ${reason}` } });
  }
}
