import type { Document } from '../../model/document/document.ts';
import { centreImage, fillImage, fitImage, originalSizeImage } from '../../model/document/placement.ts';
import { onDocument } from '../../store/editor/regionChanges.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as texts from '../texts/texts.ts';
import styles from './PlacementButtons.module.css';

type Placing = {
  readonly name: string;
  /** What is shown where it is shorter than the name. */
  readonly shortName?: string;
  readonly tip: string;
  place(document: Document): Document;
};

const { fit, fill, centre, originalSize } = texts.placement;

const placings: readonly Placing[] = [
  { ...fit, place: fitImage },
  { ...fill, place: fillImage },
  { ...centre, place: centreImage },
  { ...originalSize, place: originalSizeImage },
];

/** The usual ways to place the image. */
export function PlacementButtons({ isDisabled }: { isDisabled: boolean }) {
  const editor = useEditor();
  return (
    <div className={styles.buttons}>
      {placings.map(({ name, shortName, tip, place }) => (
        <Tip key={name} text={tip}>
          <Button aria-label={name} disabled={isDisabled} onClick={() => editor.transact(onDocument(place))}>
            {shortName ?? name}
          </Button>
        </Tip>
      ))}
    </div>
  );
}
