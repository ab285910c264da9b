import type { Coverage } from '../../model/request/layout.ts';
import styles from './CoverageLegend.module.css';
import { showShare } from './showShare.ts';

type Part = { readonly kind: keyof Coverage; readonly name: string; readonly explanation: string };

const parts: readonly Part[] = [
  { kind: 'kept', name: 'Kept', explanation: 'the photograph as it is' },
  { kind: 'repainted', name: 'Repainted', explanation: 'the masked part of it' },
  { kind: 'generated', name: 'Generated', explanation: 'canvas beyond it' },
];

/** The stage's colours explained, with the share of the canvas that each has. */
export function CoverageLegend({ shares }: { shares: Coverage }) {
  return (
    <div>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ kind }) => (
          <span key={kind} className={styles[kind]} style={{ flexGrow: shares[kind] }} />
        ))}
      </div>
      <ul className={styles.legend} aria-label="Coverage">
        {parts.map(({ kind, name, explanation }) => (
          <li key={kind} className={styles.part}>
            <span className={`${styles.swatch} ${styles[kind]}`} />
            <span>{name}</span>
            <span className={styles.explanation}>{explanation}</span>
            <span className={styles.share}>{showShare(shares[kind])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
