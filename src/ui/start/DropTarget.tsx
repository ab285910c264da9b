import { ImageDown } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './DropTarget.module.css';
import { holdsFiles, isTextField, openFiles } from './fileTransfer.ts';

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

/** Calls `onDrop` with the files that are dropped anywhere on the window. Returns whether some hover over it. */
function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const isOurs = (event: DragEvent) => holdsFiles(event.dataTransfer) || !isTextField(event.target);

    function over(event: DragEvent) {
      setIsOver(holdsFiles(event.dataTransfer));
      if (!isOurs(event)) return;
      // Without this the browser would leave the page for the dropped file.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    }

    /** Also fired between elements; only the window itself is left for nothing. */
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setIsOver(false);
    }

    function drop(event: DragEvent) {
      setIsOver(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      onDrop([...(event.dataTransfer?.files ?? [])]);
    }

    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragenter', over, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [onDrop]);

  return isOver;
}

/** Calls `onPaste` with files pasted anywhere, unless what is pasted into a field has text to go there. */
function useFilePaste(onPaste: (files: readonly File[]) => void) {
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      const isText = isTextField(event.target) && event.clipboardData?.types.includes('text/plain');
      if (files.length === 0 || isText) return;
      event.preventDefault();
      onPaste(files);
    }
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onPaste]);
}
