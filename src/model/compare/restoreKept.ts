import type { PixelMask, Pixels } from '../pixels/pixels.ts';
import { forEachRowOfDistances } from './seamDistances.ts';

/** A wider seam would keep little of what was to be kept. */
export const featherMax = 128;

/**
 * The result with the original put back where it was to be kept; all of the canvas's size. What was not to be kept stays
 * the result's to the last bit. On the kept side of the seam the two blend over `feather` px; beyond, and everywhere with
 * a feather of 0, there is the original alone. Where that is not opaque, it lies over the result.
 */
export function restoreKept(result: Pixels, original: Pixels, kept: PixelMask, feather: number): Pixels {
  const restored = new Uint8ClampedArray(result.data);
  const { width, height } = kept;
  if (feather <= 0) {
    for (let at = 0; at < kept.bits.length; at++)
      if (kept.bits[at] === 1) blendPixel(restored, original.data, at * 4, 1);
    return { width, height, data: restored };
  }
  const weights = weightsByDistance(feather);
  const beyond = weights.length;
  forEachRowOfDistances(kept, (y, squared) => {
    for (let x = 0; x < width; x++) {
      const distance = squared[x] ?? 0;
      if (distance === 0) continue;
      const weight = distance >= beyond ? 1 : (weights[distance] ?? 1);
      blendPixel(restored, original.data, (y * width + x) * 4, weight);
    }
  });
  return { width, height, data: restored };
}

/**
 * How much of the original is there, by the squared distance in px to the nearest pixel of the result alone, as far as
 * that is less than 1. The seam itself lies between two pixels, half a pixel from either. The curve starts and ends
 * level: a plain ramp shows as two edges.
 */
function weightsByDistance(feather: number): Float64Array {
  const length = Math.ceil((feather + 0.5) ** 2);
  return Float64Array.from({ length }, (_, squared) => {
    const share = Math.min(1, Math.max(0, (Math.sqrt(squared) - 0.5) / feather));
    return share * share * (3 - 2 * share);
  });
}

function blendPixel(
  restored: Uint8ClampedArray,
  original: Uint8ClampedArray,
  start: number,
  weight: number,
): void {
  const share = (weight * (original[start + 3] ?? 0)) / 255;
  for (let channel = start; channel < start + 3; channel++) {
    const before = restored[channel] ?? 0;
    restored[channel] = before + ((original[channel] ?? 0) - before) * share;
  }
  const opacity = restored[start + 3] ?? 0;
  restored[start + 3] = opacity + (255 - opacity) * share;
}
