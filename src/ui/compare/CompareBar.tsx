import { History } from 'lucide-react';
import type { ComparisonMode, ComparisonView } from '../../store/editor/editorState.ts';
import { compareBy } from '../../store/editor/shownResult.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { OptionChoice } from '../kit/OptionChoice.tsx';
import { Tip } from '../kit/Tip.tsx';
import styles from './CompareBar.module.css';
import { PeekButton } from './PeekButton.tsx';

const modes = [
  { value: 'result', label: 'Result', tip: 'The result alone' },
  { value: 'swipe', label: 'Swipe', tip: 'The result beside the layout; drag the handle between them' },
  { value: 'difference', label: 'Difference', tip: 'Where result and layout differ' },
  { value: 'kept', label: 'Kept area', tip: 'Where the result differs although it was to be kept' },
] as const satisfies readonly { value: ComparisonMode; [part: string]: unknown }[];

/** Canvas px: hides a seam in most photographs, and keeps most of what is narrow. */
const featherStart = 8;

/** How the result is looked at, and what can be done with it. */
export function CompareBar() {
  const editor = useEditor();
  const compare = (change: Partial<ComparisonView>) => editor.transact(compareBy(change), 'atOnce');
  const mode = useEditorState((state) => state.comparison.mode);
  const isRestoring = useEditorState((state) => state.comparison.feather !== null);

  /** The maps are of the result as it came, not of what would be made of it. */
  function choose(next: ComparisonMode) {
    const isMap = next === 'difference' || next === 'kept';
    compare(isMap ? { mode: next, feather: null } : { mode: next });
  }

  function toggleRestoring() {
    if (isRestoring) compare({ feather: null });
    else compare({ feather: featherStart, mode: mode === 'swipe' ? mode : 'result' });
  }

  return (
    <section className={styles.bar} aria-label="Compare">
      <OptionChoice label="Compare by" value={mode} options={modes} onChange={choose} />
      <span className={styles.gap} />
      <PeekButton />
      <Tip text="Put the original back where it was to be kept">
        <Button look="quiet" icon={History} isPressed={isRestoring} onClick={toggleRestoring}>
          <span className={styles.text}>Restore kept pixels</span>
        </Button>
      </Tip>
    </section>
  );
}
