import { Download } from 'lucide-react';
import type { Editor } from '../../store/createEditor.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../controls/Button.tsx';
import { fileStem, saveFile } from '../saveFile.ts';

export function DownloadMaskButton() {
  const editor = useEditor();
  return (
    <Button icon={Download} onClick={() => void downloadMask(editor)}>
      Download mask
    </Button>
  );
}

async function downloadMask(editor: Editor): Promise<void> {
  const { image } = editor.documents.getState().document;
  try {
    saveFile(await editor.maskPng(), `${fileStem(image?.name ?? '')}-mask.png`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    editor.session.setState({ notice: { tone: 'problem', message: `The mask was not made. ${reason}` } });
  }
}
