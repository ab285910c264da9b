import { useCheck } from '../../store/useEditor.ts';
import { HeatScale } from './HeatScale.tsx';
import { keptText, meanText } from './keptTexts.ts';
import styles from './Strip.module.css';

/** How much of what was to be kept differs, in one figure. */
export function KeptFigure() {
  const problem = useCheck((check) => check?.problem ?? null);
  const figures = useCheck((check) => check?.answer?.figures ?? null);
  return (
    <div className={styles.strip}>
      <output className={problem === null ? styles.figure : styles.problem} aria-label="Kept area check">
        {problem ?? (figures ? keptText(figures) : 'Comparing what was to be kept…')}
      </output>
      {figures && figures.kept > 0 && <span className={styles.note}>{meanText(figures)}</span>}
      {figures && figures.differing > 0 && <HeatScale />}
    </div>
  );
}
