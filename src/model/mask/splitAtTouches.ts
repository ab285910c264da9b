import { isSamePoint } from '../geometry/point.ts';
import type { Ring } from './region.ts';

/** Divides a ring that passes a vertex more than once into rings that do not; together they bound the same area. */
export function splitAtTouches(ring: Ring): Ring[] {
  const vertices = new Set(ring.map(({ x, y }) => `${x},${y}`));
  return vertices.size === ring.length ? [ring] : takeLoops(ring);
}

/** Follows the ring; on coming back to a vertex of the way so far, cuts off the loop since then. */
function takeLoops(ring: Ring): Ring[] {
  const loops: Ring[] = [];
  let way: Ring = [];
  for (const point of ring) {
    const start = way.findIndex((before) => isSamePoint(before, point));
    if (start >= 0) {
      loops.push(way.slice(start));
      way = way.slice(0, start);
    }
    way = [...way, point];
  }
  return [...loops, way];
}
