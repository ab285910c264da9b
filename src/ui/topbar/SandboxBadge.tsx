import { FlaskConical } from 'lucide-react';
import { withInfo } from '../../store/editor/editorState.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Tip } from '../kit/Tip.tsx';
import styles from './SandboxBadge.module.css';

const explanation =
  'Results are local renderings, not Midjourney’s, and nothing is charged. ' +
  'For the real service start the server with EVOLINK_API_KEY set.';

/** Says that no real service stands behind Generate. */
export function SandboxBadge() {
  const editor = useEditor();
  if (editor.config.mode === 'live') return null;
  return (
    <Tip text={explanation}>
      <button
        type="button"
        className={styles.badge}
        onClick={() => editor.transact(withInfo(explanation), 'atOnce')}
      >
        <FlaskConical size={14} aria-hidden />
        Sandbox
      </button>
    </Tip>
  );
}
