import { useDeferredValue, useMemo } from 'react';
import type { Edge, EdgeValues } from '../../model/geometry/edges.ts';
import { type Coverage, layoutOf } from '../../model/request/layout.ts';
import { useTriedDocument } from '../../store/useEditor.ts';
import { percentText } from '../kit/formats.ts';
import { Section } from '../kit/Section.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import * as texts from '../texts/texts.ts';
import styles from './LayoutSection.module.css';

/**
 * What becomes of the canvas: how much is kept, repainted and generated, also by what is tried out. Counted after the canvas
 * has been drawn.
 */
export function LayoutSection() {
  const document = useDeferredValue(useTriedDocument());
  const layout = useMemo(() => layoutOf(document), [document]);
  return (
    <Section title={lateTexts.layout.title}>
      <CoverageLegend shares={layout.shares} />
      <MarginList margins={layout.margins} overhang={layout.overhang} />
    </Section>
  );
}

const kinds: readonly (keyof Coverage)[] = ['kept', 'repainted', 'generated'];

/** The stage's colours explained, with the share of the canvas that each has. */
function CoverageLegend({ shares }: { shares: Coverage }) {
  return (
    <div>
      <div className={styles.bar} aria-hidden>
        {kinds.map((kind) => (
          <span key={kind} className={styles[kind]} style={{ flexGrow: shares[kind] }} />
        ))}
      </div>
      <ul className={styles.legend} aria-label={lateTexts.layout.coverage}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.part}>
            <span className={`${styles.swatch} ${styles[kind]}`} />
            <span>{lateTexts.layout.parts[kind].name}</span>
            <span className={styles.explanation}>{lateTexts.layout.parts[kind].explanation}</span>
            <span className={styles.share} translate="no">
              {percentText(shares[kind])}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const edges: readonly Edge[] = ['top', 'right', 'bottom', 'left'];

type MarginListProps = { readonly margins: EdgeValues; readonly overhang: EdgeValues };

/** Canvas px between the image and each edge of the canvas; negative where the canvas cuts the image off. */
function MarginList({ margins, overhang }: MarginListProps) {
  return (
    <dl className={styles.list} aria-label={lateTexts.layout.margins}>
      {edges.map((edge) => (
        <div key={edge} className={styles.side}>
          <dt>{texts.edgeNames[edge]}</dt>
          <dd translate="no">{`${overhang[edge] > 0 ? `−${overhang[edge]}` : margins[edge]} px`}</dd>
        </div>
      ))}
    </dl>
  );
}
