import { floodPixels } from './floodPixels.ts';
import type { PixelQuestion } from './pixelQuestion.ts';
import type { PixelMask, Pixels } from './pixels.ts';

/** The four channels of a colour. */
type Channels = readonly [number, number, number, number];

/**
 * The pixels whose colour is near enough to the picked one in every channel: all of them, or those that can be reached
 * from the picked pixel over shared sides, which itself always counts. None where the picked pixel is beside the picture.
 */
export function similarPixels(pixels: Pixels, question: PixelQuestion): PixelMask {
  const { width, height } = pixels;
  const { x, y } = question.at;
  const bits = new Uint8Array(width * height);
  if (x < 0 || y < 0 || x >= width || y >= height) return { width, height, bits };
  markSimilar(bits, pixels, meanColour(pixels, question), question.tolerance);
  return question.isContiguous ? floodPixels({ width, height, bits }, question.at) : { width, height, bits };
}

/**
 * Looks each channel up in a table, and all four of each pixel: in a photograph the outcome of a comparison cannot be
 * foretold, and a branch that was foretold wrongly takes longer than the four lookups.
 */
function markSimilar(bits: Uint8Array, { data }: Pixels, picked: Channels, tolerance: number): void {
  const [reds, greens, blues, alphas] = [
    nearValues(picked[0], tolerance),
    nearValues(picked[1], tolerance),
    nearValues(picked[2], tolerance),
    nearValues(picked[3], tolerance),
  ];
  const isNear = (values: Uint8Array, at: number) => values[data[at] ?? 0] ?? 0;
  for (let pixel = 0, at = 0; pixel < bits.length; pixel++, at += 4) {
    bits[pixel] = isNear(reds, at) & isNear(greens, at + 1) & isNear(blues, at + 2) & isNear(alphas, at + 3);
  }
}

/** For each value of a channel 1 where it is near enough to the picked one, else 0. */
function nearValues(picked: number, tolerance: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => (Math.abs(value - picked) <= tolerance ? 1 : 0));
}

/** The mean of the square around the picked pixel, as far as it lies in the picture. */
function meanColour({ width, height, data }: Pixels, { at, sampleSize }: PixelQuestion): Channels {
  const reach = Math.floor(sampleSize / 2);
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, at.y - reach); y <= Math.min(height - 1, at.y + reach); y++) {
    for (let x = Math.max(0, at.x - reach); x <= Math.min(width - 1, at.x + reach); x++) {
      const start = (y * width + x) * 4;
      for (const channel of [0, 1, 2, 3] as const) sums[channel] += data[start + channel] ?? 0;
      count += 1;
    }
  }
  const [red, green, blue, alpha] = sums;
  return [red / count, green / count, blue / count, alpha / count];
}
