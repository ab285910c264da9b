import { limits } from '../../contract/limits.ts';
import type { EdgeValues } from '../geometry/edges.ts';
import { isSameRect, type Rect, rectOfSize, type Size } from '../geometry/rect.ts';
import { clamp, roundPx } from '../geometry/scalar.ts';
import type { Document } from './document.ts';
import { overlapCanvas } from './placement.ts';

/** The nearest whole side that the service takes. */
export function clampCanvasSide(side: number): number {
  return clamp(Math.round(side), limits.canvasSideMin, limits.canvasSideMax);
}

/** Resizes the canvas at its right and bottom edge. */
export function setCanvas(document: Document, size: Size): Document {
  return withCanvas(document, size, document.placement);
}

/**
 * Moves the canvas's edges outwards by `growth` canvas px, inwards where it is negative. The image stays where it is:
 * an edge stops before it would leave the image, and where a side would pass its limits both of its edges move less,
 * in proportion, so that an edge which was not to move does not.
 */
export function extendCanvas(document: Document, growth: EdgeValues): Document {
  const { canvas, placement } = withCanvas(document, document.canvas, document.placement);
  const x = growSide(canvas.width, placement.x, placement.width, growth.left, growth.right);
  const y = growSide(canvas.height, placement.y, placement.height, growth.top, growth.bottom);
  return withCanvas(
    document,
    { width: canvas.width + x.before + x.after, height: canvas.height + y.before + y.after },
    { ...placement, x: placement.x + x.before, y: placement.y + y.before },
  );
}

/** Turns the canvas from landscape to portrait or back; the image keeps its size and its offset from the centre. */
export function swapCanvas(document: Document): Document {
  const { canvas, placement } = document;
  // Truncated, not rounded, so that swapping twice changes nothing.
  const shift = Math.trunc((canvas.height - canvas.width) / 2);
  return withCanvas(
    document,
    { width: canvas.height, height: canvas.width },
    { ...placement, x: placement.x + shift, y: placement.y - shift },
  );
}

/** The document with that canvas and placement (whole px), both brought within limits. */
export function withCanvas(document: Document, size: Size, placement: Rect): Document {
  const canvas = { width: clampCanvasSide(size.width), height: clampCanvasSide(size.height) };
  const placed = document.image === null ? rectOfSize(canvas) : overlapCanvas(placement, canvas);
  const isSame =
    isSameRect(rectOfSize(canvas), rectOfSize(document.canvas)) && isSameRect(placed, document.placement);
  return isSame ? document : { ...document, canvas, placement: placed };
}

/** How far the two edges of one axis really move outwards. The image runs from `start` for `length` px. */
function growSide(side: number, start: number, length: number, growthBefore: number, growthAfter: number) {
  const before = Math.max(roundPx(growthBefore), 1 - (start + length));
  const after = Math.max(roundPx(growthAfter), start + 1 - side);
  const wanted = before + after;
  const allowed = clampCanvasSide(side + wanted) - side;
  if (wanted === allowed) return { before, after };
  const limitedBefore = roundPx((before * allowed) / wanted);
  return { before: limitedBefore, after: allowed - limitedBefore };
}
