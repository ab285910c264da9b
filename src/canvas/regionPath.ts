/**
 * What regions look like, as paths. Drawing a path takes as long as it has vertices, its outline most of all, and at a
 * small scale many vertices share a device pixel. The rule: below 100 % a simpler outline is drawn, nowhere more than half
 * a device pixel beside the true one, and from 100 % on the true one. Each ring is outlined on its own: of one path of many
 * rings the edges are sorted all together, which takes up to twice as long.
 */

import type { Region } from '../model/document/region.ts';
import type { Ring, Rings } from '../model/geometry/rings/ring.ts';
import { simplifyRing } from '../model/geometry/rings/simplifyRing.ts';

/** In image px: what is filled, and what is outlined. */
type RegionPaths = { readonly whole: Path2D; readonly rings: readonly Path2D[] };

const pathsOfRings = new WeakMap<Rings, CachedPaths>();
const pathsOfRegions = new WeakMap<readonly Region[], CachedPaths>();
/** The last ones alone: the scale seldom changes so much that others are needed. */
type CachedPaths = RegionPaths & { readonly tolerance: number };

/** Everything in `regions` at a scale of device px per image px; kept for as long as the (immutable) list is. */
export function regionPaths(regions: readonly Region[], scale: number): RegionPaths {
  const tolerance = toleranceAt(scale);
  return cachedPaths(pathsOfRegions, regions, tolerance, () =>
    joinPaths(regions.flatMap((region) => pathsWithin(region.rings, tolerance).rings)),
  );
}

/** As above, of one region's rings. */
export function ringPaths(rings: Rings, scale: number): RegionPaths {
  return pathsWithin(rings, toleranceAt(scale));
}

function pathsWithin(rings: Rings, tolerance: number): RegionPaths {
  return cachedPaths(pathsOfRings, rings, tolerance, () =>
    joinPaths(rings.map((ring) => pathOfRing(tolerance > 0 ? simplifyRing(ring, tolerance).ring : ring))),
  );
}

/** In image px: of each power of two between scales the half device pixel of the greater one. */
function toleranceAt(scale: number): number {
  return scale < 1 ? 0.5 / 2 ** Math.ceil(Math.log2(scale)) : 0;
}

function cachedPaths<Key extends object>(
  paths: WeakMap<Key, CachedPaths>,
  key: Key,
  tolerance: number,
  make: () => RegionPaths,
): RegionPaths {
  const cached = paths.get(key);
  if (cached?.tolerance === tolerance) return cached;
  const made = { ...make(), tolerance };
  paths.set(key, made);
  return made;
}

function joinPaths(rings: readonly Path2D[]): RegionPaths {
  const whole = new Path2D();
  for (const ring of rings) whole.addPath(ring);
  return { whole, rings };
}

function pathOfRing(ring: Ring): Path2D {
  const path = new Path2D();
  ring.forEach(({ x, y }, index) => {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  path.closePath();
  return path;
}
