import { FlaskConical } from 'lucide-react';
import { withInfo } from '../../store/editor/editorState.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Tip } from '../kit/Tip.tsx';
import * as texts from '../texts/texts.ts';
import styles from './SandboxBadge.module.css';

/** Says that no real service stands behind Generate. */
export function SandboxBadge() {
  const editor = useEditor();
  if (editor.config.mode === 'live') return null;
  return (
    <Tip text={texts.topbar.sandboxMeans}>
      <button
        type="button"
        className={styles.badge}
        onClick={() => editor.transact(withInfo({ code: 'sandboxMeans' }), 'atOnce')}
      >
        <FlaskConical size={14} aria-hidden />
        {texts.topbar.sandbox}
      </button>
    </Tip>
  );
}
