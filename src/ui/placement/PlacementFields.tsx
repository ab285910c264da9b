import { Link2, Link2Off } from 'lucide-react';
import { useState } from 'react';
import type { Document } from '../../model/document/document.ts';
import { imageAspect, placeImage, placementSideMax } from '../../model/document/placement.ts';
import { sizeOfRatio } from '../../model/document/scaleImage.ts';
import { onDocument } from '../../store/editor/regionChanges.ts';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';
import styles from './PlacementFields.module.css';

/** The image's place and size in numbers. With the lock on, its sides keep the photograph's own proportions. */
export function PlacementFields() {
  const editor = useEditor();
  const document = useDocument((each) => each);
  const [isRatioLocked, setRatioLocked] = useState(true);
  const { image, placement } = document;
  const ranges = placementRanges(document, isRatioLocked);
  const place = (part: Partial<typeof placement>) =>
    editor.transact(onDocument((each) => placeImage(each, { ...each.placement, ...part })));

  function setWidth(width: number) {
    place(image && isRatioLocked ? sizeOfRatio(width, imageAspect(image)) : { width });
  }

  function setHeight(height: number) {
    const aspect = image && imageAspect(image);
    place(aspect && isRatioLocked ? sizeOfRatio(height * aspect, aspect) : { height });
  }

  const fields = [
    { side: 'x', id: fieldIds.placement, set: (x: number) => place({ x }) },
    { side: 'y', set: (y: number) => place({ y }) },
    { side: 'width', set: setWidth },
    { side: 'height', set: setHeight },
  ] as const;

  return (
    <div className={styles.fields}>
      {fields.map(({ side, set, ...field }) => (
        <NumberField
          key={side}
          {...field}
          label={texts.placement.fields[side]}
          mark={texts.placement.marks[side]}
          value={placement[side]}
          {...ranges[side]}
          isDisabled={image === null}
          onCommit={set}
        />
      ))}
      <div className={styles.lock}>
        <IconButton
          icon={isRatioLocked ? Link2 : Link2Off}
          label={texts.placement.keepProportions}
          isPressed={isRatioLocked}
          onClick={() => setRatioLocked(!isRatioLocked)}
        />
      </div>
    </div>
  );
}

type Range = { readonly min: number; readonly max: number };
type PlacementRanges = Readonly<Record<'x' | 'y' | 'width' | 'height', Range>>;

/** What may be typed into the placement's fields (canvas px): the image stays on the frame and within its largest size. */
function placementRanges(document: Document, isRatioLocked: boolean): PlacementRanges {
  const { image, canvas, placement } = document;
  const aspect = image !== null && isRatioLocked ? imageAspect(image) : 1;
  return {
    x: { min: 1 - placement.width, max: canvas.width - 1 },
    y: { min: 1 - placement.height, max: canvas.height - 1 },
    width: sideRange(aspect),
    height: sideRange(1 / aspect),
  };
}

/** Of a side that is `aspect` times as long as the other, so that neither leaves its limits. */
function sideRange(aspect: number): Range {
  return { min: Math.ceil(Math.max(1, aspect)), max: Math.floor(placementSideMax * Math.min(1, aspect)) };
}
