import { heatGradient } from '../../model/compare/heatScale.ts';
import styles from './Strip.module.css';

/** What the colours of the maps mean. */
export function HeatScale() {
  return (
    <p className={styles.scale}>
      faint
      <span className={styles.colours} style={{ background: heatGradient }} aria-hidden />
      strong
    </p>
  );
}
