import { useEffect, useRef } from 'react';
import type { EditorState } from '../../store/editor/editorState.ts';
import { useEditor } from '../../store/useEditor.ts';
import styles from './StatusLine.module.css';

/**
 * The pixel of the canvas under the pointer; without a pointer the canvas's size. Written straight into the page: React
 * would render it a task later, which costs the page a second frame for every move of the pointer.
 */
export function PointerPosition() {
  const editor = useEditor();
  const output = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const show = () => {
      const text = positionText(editor.getState());
      if (output.current && output.current.textContent !== text) output.current.textContent = text;
    };
    show();
    return editor.subscribe(show);
  }, [editor]);

  return <p ref={output} className={styles.position} />;
}

function positionText({ pointer, document }: EditorState): string {
  const { width, height } = document.canvas;
  if (pointer === null) return `${width} × ${height} px`;
  return `x ${Math.floor(pointer.point.x)}  y ${Math.floor(pointer.point.y)}`;
}
