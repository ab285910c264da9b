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

/** Quick, for going through thousands of points: it takes no root and makes no object. */
export function squaredDistanceToSegment(point: Point, a: Point, b: Point): number {
  const [alongX, alongY] = [b.x - a.x, b.y - a.y];
  const [x, y] = [point.x - a.x, point.y - a.y];
  const lengthSquared = alongX * alongX + alongY * alongY;
  const share = lengthSquared === 0 ? 0 : (x * alongX + y * alongY) / lengthSquared;
  const clamped = share < 0 ? 0 : share > 1 ? 1 : share;
  const [awayX, awayY] = [x - alongX * clamped, y - alongY * clamped];
  return awayX * awayX + awayY * awayY;
}
