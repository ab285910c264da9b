import type { Edge, EdgeValues } from '../../model/geometry/edges.ts';
import * as texts from '../texts/texts.ts';
import styles from './MarginList.module.css';

const edges: readonly Edge[] = ['top', 'right', 'bottom', 'left'];

type MarginListProps = { readonly margins: EdgeValues; readonly overhang: EdgeValues };

/** Canvas px between the image and each edge of the canvas; negative where the canvas cuts the image off. */
export function MarginList({ margins, overhang }: MarginListProps) {
  return (
    <dl className={styles.list} aria-label={texts.layout.margins}>
      {edges.map((edge) => (
        <div key={edge} className={styles.side}>
          <dt>{texts.edgeNames[edge]}</dt>
          <dd>{overhang[edge] > 0 ? `−${overhang[edge]}` : margins[edge]} px</dd>
        </div>
      ))}
    </dl>
  );
}
