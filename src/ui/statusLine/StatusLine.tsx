import { activeTool, toolOf } from '../../store/editor/editorState.ts';
import { toolContext } from '../../store/editor/toolEvents.ts';
import { useEditorState } from '../../store/useEditor.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import { PointerPosition } from './PointerPosition.tsx';
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
