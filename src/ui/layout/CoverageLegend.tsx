import type { Coverage } from '../../model/request/layout.ts';
import { percentText } from '../kit/formats.ts';
import * as texts from '../texts/texts.ts';
import styles from './CoverageLegend.module.css';

const kinds: readonly (keyof Coverage)[] = ['kept', 'repainted', 'generated'];

/** The stage's colours explained, with the share of the canvas that each has. */
export function CoverageLegend({ shares }: { shares: Coverage }) {
  return (
    <div>
      <div className={styles.bar} aria-hidden>
        {kinds.map((kind) => (
          <span key={kind} className={styles[kind]} style={{ flexGrow: shares[kind] }} />
        ))}
      </div>
      <ul className={styles.legend} aria-label={texts.layout.coverage}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.part}>
            <span className={`${styles.swatch} ${styles[kind]}`} />
            <span>{texts.layout.parts[kind].name}</span>
            <span className={styles.explanation}>{texts.layout.parts[kind].explanation}</span>
            <span className={styles.share}>{percentText(shares[kind])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
