import { activeTool, toolContext, toolOf } from '../../store/editor/toolDriver.ts';
import { useDocument, useSession } from '../../store/useEditor.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import { PointerPosition } from './PointerPosition.tsx';
import styles from './StatusLine.module.css';

/** What the active tool can do now on the left, where the pointer is on the right. */
export function StatusLine() {
  const document = useDocument((each) => each);
  const hint = useSession((session) => {
    if (session.shownResult !== null) return texts.statusLine.resultShown;
    const active = activeTool(session);
    const hint = toolOf(active).hint(active.session, toolContext(session, document));
    return sentence(texts.hints, hint.code, hint);
  });
  return (
    <footer className={styles.line}>
      <p className={styles.hint}>{hint}</p>
      <PointerPosition />
    </footer>
  );
}
