import { ImageDown } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Editor } from '../../store/createEditor.ts';
import { withProblem } from '../../store/editor/editorState.ts';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './DropTarget.module.css';
import { holdsFiles, isTextField, openFiles, openTransferred } from './fileTransfer.ts';

/** Takes files and images that are dropped anywhere in the window; shows itself only while files hover. */
export function DropTarget() {
  const editor = useEditor();
  const open = useCallback((transfer: DataTransfer) => void openDropped(editor, transfer), [editor]);
  const hasImage = useDocument((document) => document.image !== null);
  const isOver = useFileDrop(open);
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

/** Calls `onDrop` with what is dropped anywhere on the window, but for text into fields. Returns whether files hover over it. */
function useFileDrop(onDrop: (transfer: DataTransfer) => void): boolean {
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
      if (event.dataTransfer) onDrop(event.dataTransfer);
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

async function openDropped(editor: Editor, transfer: DataTransfer) {
  const files = [...transfer.files];
  if (files.length > 0) void openFiles(editor, files);
  else if (!(await openTransferred(editor, transfer)))
    editor.transact(withProblem({ code: 'onlyFiles' }), 'atOnce');
}
