import type { Region, Rings } from '../model/mask/region.ts';

const pathsOfRings = new WeakMap<Rings, Path2D>();
const pathsOfRegions = new WeakMap<readonly Region[], Path2D>();

/** One path of everything in `regions`, in image px; kept for as long as the (immutable) list is. */
export function pathOfRegions(regions: readonly Region[]): Path2D {
  const known = pathsOfRegions.get(regions);
  if (known !== undefined) return known;
  const path = new Path2D();
  for (const region of regions) path.addPath(pathOfRings(region.rings));
  pathsOfRegions.set(regions, path);
  return path;
}

/** As above, of one region's rings. */
export function pathOfRings(rings: Rings): Path2D {
  const known = pathsOfRings.get(rings);
  if (known !== undefined) return known;
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach(({ x, y }, index) => {
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  pathsOfRings.set(rings, path);
  return path;
}
