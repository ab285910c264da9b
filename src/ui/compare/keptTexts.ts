import { differingShare, type KeptFigures } from '../../model/compare/checkKept.ts';
import { visibleDifference } from '../../model/compare/colourDifference.ts';
import type { Document } from '../../model/document/document.ts';
import type { Size } from '../../model/geometry/rect.ts';
import { showShare } from '../layout/showShare.ts';

export function keptText(figures: KeptFigures): string {
  if (figures.kept === 0) return 'Nothing was to be kept.';
  if (figures.differing === 0) return 'None of the kept pixels differ visibly.';
  const share = differingShare(figures);
  const part = share === 1 ? 'All' : showShare(share);
  return `${part} of the kept pixels differ visibly.`;
}

/** On the scale on which black and white are 100 apart. */
export function meanText({ meanDifference }: KeptFigures): string {
  if (meanDifference === 0) return 'All of them are exactly as they were.';
  const mean = meanDifference < 0.01 ? 'less than 0.01' : meanDifference.toFixed(2);
  return `Mean ${mean}; ${visibleDifference} is just visible.`;
}

/**
 * Null where the photograph lies on the canvas pixel for pixel. Nobody says how the service scales it, and every way of
 * scaling draws fine detail a little differently: several per cent of a grainy photograph's pixels.
 */
export function scalingText({ image, placement }: Document): string | null {
  if (image === null) return null;
  const isScaled = image.width !== placement.width || image.height !== placement.height;
  return isScaled ? 'The photograph was scaled: that alone can change fine detail.' : null;
}

/** Null where the result has the canvas's size. */
export function stretchText(result: Size, canvas: Size): string | null {
  if (result.width === canvas.width && result.height === canvas.height) return null;
  return `It came as ${result.width} × ${result.height} px, and was scaled to the canvas.`;
}
