import { useCheck } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { HeatScale } from './HeatScale.tsx';
import styles from './Strip.module.css';

/** Says what the map of all differences shows. */
export function DifferenceFigure() {
  const problem = useCheck((check) => check?.problem ?? null);
  const isDone = useCheck((check) => check?.answer != null);
  return (
    <div className={styles.strip}>
      <output className={problem === null ? styles.note : styles.problem}>
        {problem ?? (isDone ? lateTexts.compare.difference : lateTexts.compare.comparing)}
      </output>
      {isDone && <HeatScale />}
    </div>
  );
}
