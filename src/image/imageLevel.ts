import type { Size } from '../model/geometry/rect.ts';

/** The longest side, in px, of the bitmap that is drawn while the whole image is in view. */
const previewSideMax = 2048;

/** The size of the preview: the image's own where that is small enough. */
export function previewSize({ width, height }: Size): Size {
  const shrink = Math.min(1, previewSideMax / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}

/** Whether a bitmap has a pixel for every device px of the image drawn at `scale` (device px per image px). */
export function isSharpAt(bitmap: Size, image: Size, scale: number): boolean {
  const drawn = Math.max(image.width, image.height) * Math.min(1, scale);
  return Math.max(bitmap.width, bitmap.height) >= drawn;
}
