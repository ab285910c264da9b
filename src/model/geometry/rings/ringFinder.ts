import type { Point } from '../point.ts';
import { forEachEdge, signedArea, windingNumber } from '../polygon.ts';
import { boundsOf, isPointInRect } from '../rect.ts';
import type { Ring, Rings } from './ring.ts';

/**
 * Finds for a hole the smallest of the outer rings that holds it, if one does. Smaller ones than the hole are islands
 * inside it.
 */
export function ringFinder(outers: Rings): (hole: Ring) => Ring | undefined {
  const candidates = outers
    .map((ring) => ({ ring, bounds: boundsOf(ring), area: signedArea(ring) }))
    .sort((a, b) => a.area - b.area);
  return (hole) => {
    const inside = innerPoint(hole);
    const holeArea = -signedArea(hole);
    return candidates.find(
      ({ ring, bounds, area }) =>
        area > holeArea && isPointInRect(inside, bounds) && windingNumber(inside, ring) !== 0,
    )?.ring;
  };
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
