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

/** Every other byte of a word, and the bit above each of them. */
const bytes = 0x00ff00ff;
const carries = 0x01000100;

/**
 * Compares all four channels of a pixel at once and without a branch, whose outcome in a photograph cannot be foretold.
 * Of a pixel as a word, each other byte gets the bit above it added: it is still there after the least near value was
 * taken off, or after the byte was taken off the greatest, just where the value is not beyond that.
 */
function markSimilar(bits: Uint8Array, { data }: Pixels, picked: Channels, tolerance: number): void {
  const words = wordsOf(data);
  const ranges = picked.map((value) => nearRange(value, tolerance));
  const least = wordOf(ranges.map((range) => range.least));
  const greatest = wordOf(ranges.map((range) => range.greatest));
  const [evenFrom, evenTo] = [carries - (least & bytes), carries + (greatest & bytes)];
  const [oddFrom, oddTo] = [carries - ((least >>> 8) & bytes), carries + ((greatest >>> 8) & bytes)];
  for (let pixel = 0; pixel < bits.length; pixel++) {
    const word = words[pixel] ?? 0;
    const [even, odd] = [word & bytes, (word >>> 8) & bytes];
    const kept = (even + evenFrom) & (evenTo - even) & (odd + oddFrom) & (oddTo - odd);
    bits[pixel] = (kept >>> 8) & (kept >>> 24) & 1;
  }
}

/** Each pixel as a word. Whichever way the machine orders its bytes, it is the same one for all of them. */
function wordsOf(data: Uint8ClampedArray): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

function wordOf(values: readonly number[]): number {
  return wordsOf(Uint8ClampedArray.from(values))[0] ?? 0;
}

/** The values of a channel that are near enough to the picked one; where there are none, from 1 to 0. */
function nearRange(picked: number, tolerance: number): { readonly least: number; readonly greatest: number } {
  const near = Array.from({ length: 256 }, (_, value) => value).filter(
    (value) => Math.abs(value - picked) <= tolerance,
  );
  return { least: near[0] ?? 1, greatest: near.at(-1) ?? 0 };
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
