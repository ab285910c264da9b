import { History } from 'lucide-react';
import type { ComparisonMode, ComparisonView } from '../../store/editor/editorState.ts';
import { compareBy } from '../../store/editor/shownResult.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { OptionChoice } from '../kit/Segments.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './CompareBar.module.css';
import { PeekButton } from './PeekButton.tsx';

const modes = [
  { value: 'result', ...lateTexts.compare.modes.result },
  { value: 'swipe', ...lateTexts.compare.modes.swipe },
  { value: 'difference', ...lateTexts.compare.modes.difference },
  { value: 'kept', ...lateTexts.compare.modes.kept },
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
    <section className={styles.bar} aria-label={lateTexts.compare.title}>
      <OptionChoice label={lateTexts.compare.mode} value={mode} options={modes} onChange={choose} />
      <span className={styles.gap} />
      <PeekButton />
      <Tip text={lateTexts.compare.restoreTip}>
        <Button look="quiet" icon={History} isPressed={isRestoring} onClick={toggleRestoring}>
          <span className={styles.text}>{lateTexts.compare.restore}</span>
        </Button>
      </Tip>
    </section>
  );
}
