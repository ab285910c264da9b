import type { Point } from '../geometry/point.ts';
import type { PixelMask } from './pixels.ts';

/**
 * The pixel at `from` and all that can be reached from it over shared sides of the mask's pixels, which are used up: the
 * mask holds the others afterwards. Whole runs of a row are filled at a time, and only one pixel of a run is remembered.
 */
export function floodPixels({ width, height, bits }: PixelMask, from: Point): PixelMask {
  const filled = new Uint8Array(bits.length);
  const first = from.y * width + from.x;
  bits[first] = 1;
  const runs = [first];
  for (let pixel = runs.pop(); pixel !== undefined; pixel = runs.pop()) {
    if (bits[pixel] === 0) continue;
    const row = Math.floor(pixel / width);
    const rowStart = row * width;
    let start = pixel;
    while (start > rowStart && bits[start - 1] === 1) start--;
    let end = pixel + 1;
    while (end < rowStart + width && bits[end] === 1) end++;
    bits.fill(0, start, end);
    filled.fill(1, start, end);
    if (row > 0) findRuns(runs, bits, start - width, end - width);
    if (row < height - 1) findRuns(runs, bits, start + width, end + width);
  }
  return { width, height, bits: filled };
}

/** Notes the first pixel of each run between two pixels of a row. */
function findRuns(runs: number[], bits: Uint8Array, start: number, end: number): void {
  let before = 0;
  for (let pixel = start; pixel < end; pixel++) {
    const bit = bits[pixel] ?? 0;
    if (bit > before) runs.push(pixel);
    before = bit;
  }
}
