import type { Point } from './point.ts';

/** The point of the segment a–b that is nearest to `point`. */
export function nearestOnSegment(point: Point, a: Point, b: Point): Point {
  const along = { x: b.x - a.x, y: b.y - a.y };
  const lengthSquared = along.x ** 2 + along.y ** 2;
  if (lengthSquared === 0) return a;
  const share = ((point.x - a.x) * along.x + (point.y - a.y) * along.y) / lengthSquared;
  const clamped = Math.min(1, Math.max(0, share));
  return { x: a.x + along.x * clamped, y: a.y + along.y * clamped };
}
