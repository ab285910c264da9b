import type { Size } from '../model/geometry/rect.ts';

/** The longest side, in px, of the bitmap that is drawn while the whole image is in view. */
export const previewSideMax = 2048;

/** The size of the preview: the image's own where that is small enough. */
export function previewSize(image: Size): Size {
  const shrink = scaleTo(image, previewSideMax);
  return {
    width: Math.max(1, Math.round(image.width * shrink)),
    height: Math.max(1, Math.round(image.height * shrink)),
  };
}

/** What may be missing to that size, so that a camera's 4000 px are decoded at four eighths and not at five. */
const eighthsTolerance = 0.25;

/** A size of about `sideMax` in whole eighths of the image's, as JPEG decoders round it; undefined from 8 on. */
export function eighthsSize(image: Size, sideMax = previewSideMax): Size | undefined {
  const eighths = Math.ceil(8 * scaleTo(image, sideMax) - eighthsTolerance);
  if (eighths >= 8) return undefined;
  return { width: Math.ceil((image.width * eighths) / 8), height: Math.ceil((image.height * eighths) / 8) };
}

function scaleTo({ width, height }: Size, sideMax: number): number {
  return Math.min(1, sideMax / Math.max(width, height));
}

/** Whether a bitmap has a pixel for every device px of the image drawn at `scale` (device px per image px). */
export function isSharpAt(bitmap: Size, image: Size, scale: number): boolean {
  const drawn = Math.max(image.width, image.height) * Math.min(1, scale);
  return Math.max(bitmap.width, bitmap.height) >= drawn;
}
