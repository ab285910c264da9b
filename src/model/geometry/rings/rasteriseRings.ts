import type { Size } from '../rect.ts';
import type { Rings } from './ring.ts';
import { scanRings } from './scanRings.ts';

/** One byte a pixel, row by row: 255 where masked, else 0. Rings in px of a frame of `size`. */
export function rasteriseRings(rings: Rings, size: Size): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(size.width * size.height);
  scanRings(rings, size, (y, xStart, xEnd) => {
    pixels.fill(255, y * size.width + xStart, y * size.width + xEnd);
  });
  return pixels;
}

/** How many pixels of a frame of `size` are masked. */
export function countPixels(rings: Rings, size: Size): number {
  let count = 0;
  scanRings(rings, size, (_, xStart, xEnd) => {
    count += xEnd - xStart;
  });
  return count;
}
