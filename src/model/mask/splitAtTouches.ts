import { isSamePoint, type Point } from '../geometry/point.ts';
import type { Ring } from './region.ts';

/**
 * Divides a ring that passes a vertex more than once into rings that do not; together they bound the same area. Of loops
 * there and back nothing is left.
 */
export function splitAtTouches(ring: Ring): Ring[] {
  const vertices = new Set(ring.map(({ x, y }) => `${x},${y}`));
  const loops = vertices.size === ring.length ? [ring] : takeLoops(ring);
  return loops.filter((loop) => loop.length >= 3);
}

/** Follows the ring; on coming back to a vertex of the way so far, cuts off the loop since then. */
function takeLoops(ring: Ring): Ring[] {
  const loops: Ring[] = [];
  const way: Point[] = [];
  for (const point of ring) {
    const start = way.findIndex((before) => isSamePoint(before, point));
    if (start >= 0) loops.push(way.splice(start));
    way.push(point);
  }
  return [...loops, way];
}
