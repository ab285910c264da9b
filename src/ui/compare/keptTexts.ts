import { differingShare, type KeptFigures } from '../../model/compare/checkKept.ts';
import { visibleDifference } from '../../model/compare/colourDifference.ts';
import type { Document } from '../../model/document/document.ts';
import type { Size } from '../../model/geometry/rect.ts';
import { showShare } from '../layout/showShare.ts';
import * as lateTexts from '../texts/lateTexts.ts';

export function keptText(figures: KeptFigures): string {
  if (figures.kept === 0) return lateTexts.keptArea.nothingKept;
  if (figures.differing === 0) return lateTexts.keptArea.noneDiffers;
  const share = differingShare(figures);
  return share === 1 ? lateTexts.keptArea.allDiffer : lateTexts.keptArea.shareDiffers(showShare(share));
}

/** On the scale on which black and white are 100 apart. */
export function meanText({ meanDifference }: KeptFigures): string {
  const { allExact, mean } = lateTexts.keptArea;
  return meanDifference === 0 ? allExact : mean(meanDifference, visibleDifference);
}

/**
 * Null where the photograph lies on the canvas pixel for pixel. Nobody says how the service scales it, and every way of
 * scaling draws fine detail a little differently: several per cent of a grainy photograph's pixels.
 */
export function scalingText({ image, placement }: Document): string | null {
  if (image === null) return null;
  const isScaled = image.width !== placement.width || image.height !== placement.height;
  return isScaled ? lateTexts.keptArea.isScaled : null;
}

/** Null where the result has the canvas's size. */
export function stretchText(result: Size, canvas: Size): string | null {
  if (result.width === canvas.width && result.height === canvas.height) return null;
  return lateTexts.keptArea.isStretched(result);
}
