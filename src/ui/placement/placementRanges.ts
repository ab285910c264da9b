import type { Document } from '../../model/document/document.ts';
import { imageAspect, placementSideMax } from '../../model/document/placement.ts';

type Range = { readonly min: number; readonly max: number };
type PlacementRanges = Readonly<Record<'x' | 'y' | 'width' | 'height', Range>>;

/** What may be typed into the placement's fields (canvas px): the image stays on the frame and within its largest size. */
export function placementRanges(document: Document, isRatioLocked: boolean): PlacementRanges {
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
