import type { Size } from '../../../../src/model/geometry/rect.ts';
import type { Disc } from '../../../../src/model/geometry/rings/strokeOutline.ts';

/** The pixels of a raster that a stroke over those discs must have and has not, or has and must not have. */
export function strokeFaults(pixels: Uint8Array, { width, height }: Size, discs: readonly Disc[]): string[] {
  const faults: string[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const outside = distanceFromSweep(x + 0.5, y + 0.5, discs);
      const isMasked = pixels[y * width + x] === 255;
      if (outside < -1 && !isMasked) faults.push(`${x},${y} is missing`);
      if (outside > 1 && isMasked) faults.push(`${x},${y} is too much`);
    }
  }
  return faults;
}

/** How far a point lies outside all discs of the sweep; negative inside. Exact only up to 1 px either way. */
function distanceFromSweep(x: number, y: number, discs: readonly Disc[]): number {
  let least = Infinity;
  for (let i = 0; i < discs.length && least >= -1; i++) {
    const a = discs[i] as Disc;
    const b = discs[i + 1] ?? a;
    const reach = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2) + Math.max(a.radius, b.radius) + 1;
    if ((a.x - x) ** 2 + (a.y - y) ** 2 < reach ** 2) least = Math.min(least, distanceFromStep(x, y, a, b));
  }
  return least;
}

/** The distance to the disc at a share of a step is a convex function of the share: thirds close in on its least value. */
function distanceFromStep(x: number, y: number, a: Disc, b: Disc): number {
  const at = (share: number) =>
    Math.sqrt((a.x + (b.x - a.x) * share - x) ** 2 + (a.y + (b.y - a.y) * share - y) ** 2) -
    (a.radius + (b.radius - a.radius) * share);
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const third = (high - low) / 3;
    if (at(low + third) < at(high - third)) high -= third;
    else low += third;
  }
  return Math.min(at(0), at(1), at((low + high) / 2));
}
