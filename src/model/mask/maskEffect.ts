import type { Document } from '../document.ts';
import { intersectRects, rectOfSize } from '../geometry/rect.ts';
import type { MaskFrameKind } from '../settings.ts';
import { canvasToImage } from '../spaces.ts';
import { clipRings } from './clipRings.ts';
import { maskFrame, ringsInFrame } from './maskFrame.ts';
import { visibleRings } from './region.ts';

/**
 * Whether anything of the mask, as it is sent, lies on what the frame shows of the image. Judged by the rounded rings,
 * not by the canvas's pixels: a thin region may round away, and one thinner than a canvas pixel may still be sent.
 */
export function hasMaskEffect(document: Document, kind: MaskFrameKind): boolean {
  const covered = intersectRects(document.placement, rectOfSize(document.canvas));
  if (document.image === null || covered === undefined) return false;
  const topLeft = canvasToImage(covered, document);
  const bottomRight = canvasToImage(
    { x: covered.x + covered.width, y: covered.y + covered.height },
    document,
  );
  const shown = {
    x: Math.floor(topLeft.x),
    y: Math.floor(topLeft.y),
    width: Math.ceil(bottomRight.x) - Math.floor(topLeft.x),
    height: Math.ceil(bottomRight.y) - Math.floor(topLeft.y),
  };
  return ringsInFrame(clipRings(visibleRings(document.regions), shown), maskFrame(document, kind)).length > 0;
}
