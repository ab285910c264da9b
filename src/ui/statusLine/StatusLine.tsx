import { activeTool, toolContext, toolOf } from '../../store/editor/toolDriver.ts';
import { useDocument, useSession } from '../../store/useEditor.ts';
import { PointerPosition } from './PointerPosition.tsx';
import styles from './StatusLine.module.css';

const resultHint = 'A result is shown. Hold C to see the layout; a tool or Esc leads back to it.';

/** What the active tool can do now on the left, where the pointer is on the right. */
export function StatusLine() {
  const document = useDocument((each) => each);
  const hint = useSession((session) => {
    if (session.shownResult !== null) return resultHint;
    const active = activeTool(session);
    return toolOf(active).hint(active.session, toolContext(session, document));
  });
  return (
    <footer className={styles.line}>
      <p className={styles.hint}>{hint}</p>
      <PointerPosition />
    </footer>
  );
}
