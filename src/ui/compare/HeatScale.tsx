import { heatGradient } from '../../model/compare/heatScale.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './Strip.module.css';

/** What the colours of the maps mean. */
export function HeatScale() {
  return (
    <p className={styles.scale}>
      {lateTexts.compare.faint}
      <span className={styles.colours} style={{ background: heatGradient }} aria-hidden />
      {lateTexts.compare.strong}
    </p>
  );
}
