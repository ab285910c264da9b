import type { Edge, EdgeValues } from '../../model/geometry/edges.ts';
import styles from './MarginList.module.css';

const names: readonly (readonly [Edge, string])[] = [
  ['top', 'Top'],
  ['right', 'Right'],
  ['bottom', 'Bottom'],
  ['left', 'Left'],
];

type MarginListProps = { readonly margins: EdgeValues; readonly overhang: EdgeValues };

/** Canvas px between the image and each edge of the canvas; negative where the canvas cuts the image off. */
export function MarginList({ margins, overhang }: MarginListProps) {
  return (
    <dl className={styles.list} aria-label="Margins">
      {names.map(([edge, name]) => (
        <div key={edge} className={styles.side}>
          <dt>{name}</dt>
          <dd>{overhang[edge] > 0 ? `−${overhang[edge]}` : margins[edge]} px</dd>
        </div>
      ))}
    </dl>
  );
}
