import type { Document } from '../document/document.ts';
import { coveredRect } from '../document/placement.ts';
import { visibleRings } from '../document/region.ts';
import { canvasToImage } from '../document/spaces.ts';
import type { Rect } from '../geometry/rect.ts';
import { clipRings } from '../geometry/rings/clipRings.ts';
import { isOutsideRect } from '../geometry/rings/isOutsideRect.ts';
import type { MaskFrameKind } from './maskFrame.ts';
import { isExactInFrame, maskFrame, ringsInFrame } from './maskFrame.ts';

/** What the canvas shows of the image: the whole image px that any of it falls on. Undefined where that is nothing. */
export function shownImageRect(document: Document): Rect | undefined {
  const covered = coveredRect(document);
  if (covered === undefined) return undefined;
  const topLeft = canvasToImage(covered, document);
  const end = { x: covered.x + covered.width, y: covered.y + covered.height };
  const bottomRight = canvasToImage(end, document);
  const [x, y] = [Math.floor(topLeft.x), Math.floor(topLeft.y)];
  return { x, y, width: Math.ceil(bottomRight.x) - x, height: Math.ceil(bottomRight.y) - y };
}

/**
 * Whether anything of the mask, as it is sent, lies on what the canvas shows of the image. Judged by the rounded rings,
 * not by the canvas's pixels: a thin region may round away, and one thinner than a canvas pixel may still be sent.
 */
export function hasMaskEffect(document: Document, kind: MaskFrameKind): boolean {
  const shown = shownImageRect(document);
  if (shown === undefined) return false;
  const [rings, frame] = [visibleRings(document.regions), maskFrame(document, kind)];
  // Where nothing is rounded, a vertex in there tells; thousands of vertices need not be clipped for it.
  if (isExactInFrame(rings, frame)) return !isOutsideRect(rings, shown);
  return ringsInFrame(clipRings(rings, shown), frame).length > 0;
}
