import { limits } from '../../contract/limits.ts';
import type { Point } from '../geometry/point.ts';
import { centreOf, intersectRects, isSameRect, type Rect, rectOfSize, type Size } from '../geometry/rect.ts';
import { clamp, roundPx } from '../geometry/scalar.ts';
import type { Document } from './document.ts';

/** Small enough for every product of sides to stay exact. */
export const { placementSideMax } = limits;

/** Draws the image at `rect` (canvas px): rounded, sides within limits, pushed back in where it is off the canvas. */
export function placeImage(document: Document, rect: Rect): Document {
  const placement = overlapCanvas(roundRect(rect), document.canvas);
  return isSameRect(placement, document.placement) ? document : { ...document, placement };
}

/** `offset` in canvas px. */
export function moveImageBy(document: Document, offset: Point): Document {
  const { x, y, width, height } = document.placement;
  return placeImage(document, { x: x + offset.x, y: y + offset.y, width, height });
}

/** The whole image, as large as the canvas takes it, centred. */
export function fitImage(document: Document): Document {
  const { image, canvas } = document;
  if (image === null) return document;
  const scale = Math.min(canvas.width / image.width, canvas.height / image.height);
  return placeImage(document, centredRect(scaledSize(image, scale), centreOf(rectOfSize(canvas))));
}

/** The image as small as it still covers the canvas, centred. */
export function fillImage(document: Document): Document {
  const { image, canvas } = document;
  if (image === null) return document;
  const scale = Math.max(canvas.width / image.width, canvas.height / image.height);
  return placeImage(document, centredRect(scaledSize(image, scale), centreOf(rectOfSize(canvas))));
}

export function centreImage(document: Document): Document {
  return placeImage(document, centredRect(document.placement, centreOf(rectOfSize(document.canvas))));
}

/** One canvas px for each image px, around the centre the image has now. */
export function originalSizeImage(document: Document): Document {
  const { image, placement } = document;
  if (image === null) return document;
  return placeImage(document, centredRect(scaledSize(image, 1), centreOf(placement)));
}

/** Width over height. */
export function imageAspect({ width, height }: Size): number {
  return width / height;
}

/** `size` scaled, in whole px; where a side would pass the limit, both sides are smaller instead. */
export function scaledSize({ width, height }: Size, scale: number): Size {
  const allowed = Math.min(scale, placementSideMax / Math.max(width, height));
  return { width: roundSide(width * allowed), height: roundSide(height * allowed) };
}

/** The whole-pixel rectangle of that size whose centre is nearest to `centre`. */
export function centredRect({ width, height }: Size, centre: Point): Rect {
  return { x: roundPx(centre.x - width / 2), y: roundPx(centre.y - height / 2), width, height };
}

/** Moves `rect` (whole px) by as little as makes it share at least one pixel with the canvas. */
export function overlapCanvas(rect: Rect, canvas: Size): Rect {
  return {
    ...rect,
    x: clamp(rect.x, 1 - rect.width, canvas.width - 1),
    y: clamp(rect.y, 1 - rect.height, canvas.height - 1),
  };
}

function roundRect({ x, y, width, height }: Rect): Rect {
  return { x: roundPx(x), y: roundPx(y), width: roundSide(width), height: roundSide(height) };
}

function roundSide(side: number): number {
  return clamp(Math.round(side), 1, placementSideMax);
}

/** The part of the canvas that the image covers, in canvas px. */
export function coveredRect({ image, canvas, placement }: Document): Rect | undefined {
  return image === null ? undefined : intersectRects(placement, { x: 0, y: 0, ...canvas });
}
