import type { Region, Rings } from '../model/mask/region.ts';

const pathsOfRings = new WeakMap<Rings, Path2D>();
const pathsOfRegions = new WeakMap<readonly Region[], Path2D>();

/** One path of everything in `regions`, in image px; kept for as long as the (immutable) list is. */
export function pathOfRegions(regions: readonly Region[]): Path2D {
  let path = pathsOfRegions.get(regions);
  if (path === undefined) {
    path = new Path2D();
    for (const region of regions) path.addPath(pathOfRings(region.rings));
    pathsOfRegions.set(regions, path);
  }
  return path;
}

function pathOfRings(rings: Rings): Path2D {
  let path = pathsOfRings.get(rings);
  if (path === undefined) {
    path = new Path2D();
    for (const [first, ...rest] of rings) {
      if (first === undefined) continue;
      path.moveTo(first.x, first.y);
      for (const { x, y } of rest) path.lineTo(x, y);
      path.closePath();
    }
    pathsOfRings.set(rings, path);
  }
  return path;
}
