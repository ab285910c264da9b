import { type Point, pointKey } from '../point.ts';
import type { Ring } from './ring.ts';

/**
 * Divides a ring that passes a vertex more than once into rings that do not; together they bound the same area. Of loops
 * there and back nothing is left.
 */
export function splitAtTouches(ring: Ring): Ring[] {
  const vertices = new Set(ring.map(pointKey));
  const loops = vertices.size === ring.length ? [ring] : cutLoops(ring);
  return loops.filter((loop) => loop.length >= 3);
}

/** Follows the ring; on coming back to a vertex of the path so far, cuts off the loop since then. */
function cutLoops(ring: Ring): Ring[] {
  const loops: Ring[] = [];
  const path: Point[] = [];
  const positions = new Map<number, number>();
  for (const point of ring) {
    const start = positions.get(pointKey(point));
    if (start !== undefined) {
      const loop = path.splice(start);
      for (const passed of loop) positions.delete(pointKey(passed));
      loops.push(loop);
    }
    positions.set(pointKey(point), path.length);
    path.push(point);
  }
  return [...loops, path];
}
