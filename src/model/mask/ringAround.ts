import type { Point } from '../geometry/point.ts';
import { forEachEdge, signedArea, windingNumber } from '../geometry/polygon.ts';
import type { Ring, Rings } from './region.ts';

/** The smallest of the outer rings that holds the hole, if one does. Smaller ones than the hole are islands inside it. */
export function ringAround(hole: Ring, outers: Rings): Ring | undefined {
  const inside = innerPoint(hole);
  const holeArea = -signedArea(hole);
  return outers
    .filter((outer) => windingNumber(inside, outer) !== 0 && signedArea(outer) > holeArea)
    .reduce<Ring | undefined>(
      (best, outer) => (best !== undefined && signedArea(best) < signedArea(outer) ? best : outer),
      undefined,
    );
}

/**
 * A point inside the ring and on no other: halfway between its two leftmost crossings with the row of pixel centres
 * below its top vertex. A vertex would not do, as rings may touch there; on that row there are no vertices.
 */
function innerPoint(ring: Ring): Point {
  const y = ring.reduce((top, point) => Math.min(top, point.y), Infinity) + 0.5;
  const crossings: number[] = [];
  forEachEdge(ring, (a, b) => {
    if (a.y < y !== b.y < y) crossings.push(a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y));
  });
  const [left = 0, right = 0] = crossings.sort((a, b) => a - b);
  return { x: (left + right) / 2, y };
}
