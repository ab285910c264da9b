import type { Point } from '../../src/model/geometry/point.ts';
import type { Size } from '../../src/model/geometry/rect.ts';
import { rasteriseRings } from '../../src/model/geometry/rings/rasteriseRings.ts';

/** The pixels that areas (flat x,y pairs) mask in an image of `size`, 255 where any of them covers it. */
export function pixelsOfAreas(areas: readonly (readonly number[])[], size: Size): Uint8Array {
  const mask = new Uint8Array(size.width * size.height);
  for (const area of areas) {
    for (const [index, value] of rasteriseRings([ringOf(area)], size).entries())
      if (value > 0) mask[index] = 255;
  }
  return mask;
}

function ringOf(area: readonly number[]): Point[] {
  const ring: Point[] = [];
  for (let i = 0; i + 1 < area.length; i += 2) ring.push({ x: area[i] ?? 0, y: area[i + 1] ?? 0 });
  return ring;
}

export function countMasked(pixels: Uint8Array): number {
  return pixels.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
}

/** How many pixels are in one of the masks and not in the other. */
export function countDifferent(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((count, value, index) => count + (value > 0 === (b[index] ?? 0) > 0 ? 0 : 1), 0);
}
