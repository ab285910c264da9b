import { useEffect, useRef } from 'react';
import { activeTool, type EditorState, toolOf } from '../../store/editor/editorState.ts';
import { toolContext } from '../../store/editor/toolEvents.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './StatusLine.module.css';

/** What the active tool can do now on the left, where the pointer is on the right. */
export function StatusLine() {
  const hint = useEditorState((state) => {
    if (state.shownResult !== null) return texts.statusLine.resultShown;
    const active = activeTool(state);
    const hint = toolOf(active).hint(active.session, toolContext(state));
    return sentence(texts.hints, hint.code, hint);
  });
  return (
    <footer className={styles.line}>
      <p className={styles.hint}>{hint}</p>
      <PointerPosition />
    </footer>
  );
}

/**
 * The pixel of the canvas under the pointer; without a pointer the canvas's size. Written straight into the page: React
 * would render it a task later, which costs the page a second frame for every move of the pointer.
 */
function PointerPosition() {
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

  return <p ref={output} className={styles.position} translate="no" />;
}

function positionText({ pointer, document }: EditorState): string {
  const { width, height } = document.canvas;
  if (pointer === null) return `${width} × ${height} px`;
  return `x ${Math.floor(pointer.point.x)}  y ${Math.floor(pointer.point.y)}`;
}
