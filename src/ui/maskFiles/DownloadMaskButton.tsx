import { Download } from 'lucide-react';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { downloadMask } from './downloadMask.ts';

export function DownloadMaskButton() {
  const editor = useEditor();
  return (
    <Button icon={Download} onClick={() => void downloadMask(editor)}>
      Download mask
    </Button>
  );
}
