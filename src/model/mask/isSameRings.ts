import { startAtTop } from '../geometry/polygon.ts';
import type { Ring, Rings } from './region.ts';

/** Whether both hold the same rings, in whatever order and starting at whatever vertices. */
export function isSameRings(a: Rings, b: Rings): boolean {
  const keys = new Set(a.map(ringKey));
  return a.length === b.length && b.every((ring) => keys.has(ringKey(ring)));
}

function ringKey(ring: Ring): string {
  return startAtTop(ring)
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
}
