import { Download } from 'lucide-react';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import * as texts from '../texts/texts.ts';
import { downloadMask } from './downloadMask.ts';

export function DownloadMaskButton() {
  const editor = useEditor();
  return (
    <Button icon={Download} onClick={() => void downloadMask(editor)}>
      {texts.request.downloadMask}
    </Button>
  );
}
