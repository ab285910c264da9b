import { ImageDown } from 'lucide-react';
import { useCallback } from 'react';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './DropTarget.module.css';
import { openFiles } from './fileTransfer.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useFilePaste } from './useFilePaste.ts';

/** Takes files that are dropped or pasted anywhere in the window; shows itself only while some hover. */
export function DropTarget() {
  const editor = useEditor();
  const open = useCallback((files: readonly File[]) => void openFiles(editor, files), [editor]);
  const hasImage = useDocument((document) => document.image !== null);
  const isOver = useFileDrop(open);
  useFilePaste(open);
  if (!isOver) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.message}>
        <ImageDown size={40} strokeWidth={1.5} aria-hidden />
        <p className={styles.title}>{texts.start.drop}</p>
        {hasImage && <p>{texts.start.dropReplaces}</p>}
      </div>
    </div>
  );
}
