import type { Document } from '../../model/document/document.ts';
import { centreImage, fillImage, fitImage, originalSizeImage } from '../../model/document/placement.ts';
import { onDocument } from '../../store/editor/regionChanges.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Tip } from '../kit/Tip.tsx';
import styles from './PlacementButtons.module.css';

type Placing = {
  readonly name: string;
  readonly text: string;
  readonly tip: string;
  place(document: Document): Document;
};

const placings: readonly Placing[] = [
  { name: 'Fit', text: 'Fit', tip: 'The whole image, as large as the canvas takes it', place: fitImage },
  { name: 'Fill', text: 'Fill', tip: 'As small as it still covers the canvas', place: fillImage },
  { name: 'Centre', text: 'Centre', tip: 'In the middle, in its present size', place: centreImage },
  {
    name: 'Original size',
    text: 'Original',
    tip: 'Original size: one canvas px for each image px',
    place: originalSizeImage,
  },
];

/** The usual ways to place the image. */
export function PlacementButtons({ isDisabled }: { isDisabled: boolean }) {
  const editor = useEditor();
  return (
    <div className={styles.buttons}>
      {placings.map(({ name, text, tip, place }) => (
        <Tip key={name} text={tip}>
          <Button aria-label={name} disabled={isDisabled} onClick={() => editor.transact(onDocument(place))}>
            {text}
          </Button>
        </Tip>
      ))}
    </div>
  );
}
