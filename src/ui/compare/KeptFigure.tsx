import { shownDocument } from '../../store/editor/editorState.ts';
import { useCheck, useEditorState } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { HeatScale } from './HeatScale.tsx';
import { keptText, meanText, scalingText, stretchText } from './keptTexts.ts';
import styles from './Strip.module.css';

/** How much of what was to be kept differs, in one figure. */
export function KeptFigure() {
  const document = useEditorState(shownDocument);
  const problem = useCheck((check) => check?.problem ?? null);
  const answer = useCheck((check) => check?.answer ?? null);
  const figures = answer?.figures;
  const stretch = answer && stretchText(answer.resultSize, document.canvas);
  const scaling = figures && figures.differing > 0 ? scalingText(document) : null;
  return (
    <div className={styles.strip}>
      <output
        className={problem === null ? styles.figure : styles.problem}
        aria-label={lateTexts.keptArea.title}
      >
        {problem ?? (figures ? keptText(figures) : lateTexts.keptArea.comparing)}
      </output>
      {figures && figures.kept > 0 && <span className={styles.note}>{meanText(figures)}</span>}
      {figures && figures.differing > 0 && <HeatScale />}
      {scaling && <span className={styles.note}>{scaling}</span>}
      {stretch && <span className={styles.note}>{stretch}</span>}
    </div>
  );
}
