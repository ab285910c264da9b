import { limits } from '../../contract/limits.ts';
import { centreOf, rectOfSize, type Size } from '../geometry/rect.ts';
import { withCanvas } from './canvas.ts';
import type { Document } from './document.ts';
import { centredRect, imageAspect, scaledSize } from './placement.ts';

/** The presets, as "16:9", from square to wide and then to tall. */
export const canvasRatios: readonly Size[] = [
  { width: 1, height: 1 },
  { width: 4, height: 3 },
  { width: 3, height: 2 },
  { width: 16, height: 9 },
  { width: 2, height: 1 },
  { width: 21, height: 9 },
  { width: 3, height: 4 },
  { width: 2, height: 3 },
  { width: 9, height: 16 },
  { width: 1, height: 2 },
  { width: 9, height: 21 },
];

/**
 * The smallest canvas of that ratio around the image as it is drawn, the image centred. Where such a canvas would pass
 * the limit, canvas and image are scaled down together.
 */
export function canvasOfRatio(document: Document, ratio: Size): Document {
  const around = sizeAround(document.placement, imageAspect(ratio));
  const scale = fittingScale(around);
  const canvas = roundSize(around, scale);
  const placed = scale < 1 ? scaledSize(document.placement, scale) : document.placement;
  return withCanvas(document, canvas, centredRect(placed, centreOf(rectOfSize(canvas))));
}

/** The canvas takes the image's own size, scaled where that is outside the limits, and the image fills it. */
export function canvasAsImage(document: Document): Document {
  const { image } = document;
  if (image === null) return document;
  const size = scaledSize(image, fittingScale(image));
  const { canvas } = withCanvas(document, size, document.placement);
  // Only beyond 64:1 is there no canvas of the image's shape: then the canvas is the larger one.
  return withCanvas(document, canvas, centredRect(size, centreOf(rectOfSize(canvas))));
}

/** Whether a size has that ratio as nearly as whole pixels allow. */
export function hasRatio({ width, height }: Size, ratio: Size): boolean {
  const aspect = imageAspect(ratio);
  return Math.abs(width - height * aspect) < Math.max(1, aspect);
}

/** The smallest size of that aspect that contains `content`; not rounded. */
function sizeAround(content: Size, aspect: number): Size {
  return imageAspect(content) < aspect
    ? { width: content.height * aspect, height: content.height }
    : { width: content.width, height: content.width / aspect };
}

/** The scale nearest to 1 that brings both sides within the limits of a canvas; the upper limit goes first. */
function fittingScale({ width, height }: Size): number {
  const scaleMin = limits.canvasSideMin / Math.min(width, height);
  const scaleMax = limits.canvasSideMax / Math.max(width, height);
  return Math.min(scaleMax, Math.max(1, scaleMin));
}

function roundSize({ width, height }: Size, scale: number): Size {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
