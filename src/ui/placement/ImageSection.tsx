import type { Document } from '../../model/document/document.ts';
import { centreImage, fillImage, fitImage, originalSizeImage } from '../../model/document/placement.ts';
import { onDocument } from '../../store/editor/regionChanges.ts';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import { ExtendForm } from '../canvasSize/ExtendForm.tsx';
import { Button } from '../kit/Button.tsx';
import { Section } from '../kit/Section.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as texts from '../texts/texts.ts';
import styles from './ImageSection.module.css';
import { PlacementFields } from './PlacementFields.tsx';

/** Where the photograph lies on the canvas, and how far the canvas reaches beyond it. */
export function ImageSection() {
  const hasImage = useDocument((document) => document.image !== null);
  return (
    <Section title={texts.placement.title}>
      <PlacementFields />
      <PlacementButtons isDisabled={!hasImage} />
      <ExtendForm isDisabled={!hasImage} />
    </Section>
  );
}

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
function PlacementButtons({ isDisabled }: { isDisabled: boolean }) {
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
