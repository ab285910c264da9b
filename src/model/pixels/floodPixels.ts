import type { Size } from '../geometry/rect.ts';

/**
 * Sets the bit of the first pixel and of all that can be reached from it over shared sides of matching pixels. Whole runs
 * of a row are filled at a time and only the starts of runs are remembered, not every pixel.
 */
export function floodPixels(
  bits: Uint8Array,
  { width, height }: Size,
  first: number,
  isMatch: (pixel: number) => boolean,
): void {
  const isOpen = (pixel: number) => bits[pixel] === 0 && isMatch(pixel);
  const runs = [first];
  for (let pixel = runs.pop(); pixel !== undefined; pixel = runs.pop()) {
    if (bits[pixel] !== 0) continue;
    const row = Math.floor(pixel / width);
    const rowStart = row * width;
    let start = pixel;
    while (start > rowStart && isOpen(start - 1)) start--;
    let end = pixel + 1;
    while (end < rowStart + width && isOpen(end)) end++;
    bits.fill(1, start, end);
    if (row > 0) findRuns(runs, start - width, end - width, isOpen);
    if (row < height - 1) findRuns(runs, start + width, end + width, isOpen);
  }
}

/** Notes one pixel of each open run between two pixels of a row. */
function findRuns(runs: number[], start: number, end: number, isOpen: (pixel: number) => boolean): void {
  let isInRun = false;
  for (let pixel = start; pixel < end; pixel++) {
    const isNext = isOpen(pixel);
    if (isNext && !isInRun) runs.push(pixel);
    isInRun = isNext;
  }
}
