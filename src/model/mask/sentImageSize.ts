import { limits } from '../../contract/limits.ts';
import type { Size } from '../geometry/rect.ts';

/** The size in which an image is uploaded: its own, or, with a side over the limit, scaled down to fit. */
export function sentImageSize({ width, height }: Size): Size {
  const scale = Math.min(1, limits.imageSideMax / Math.max(width, height));
  return { width: scaleSide(width, scale), height: scaleSide(height, scale) };
}

function scaleSide(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}
