import { startAtTop } from '../polygon.ts';
import { type Ring, type Rings, vertexCount } from './ring.ts';

/** Whether both hold the same rings, in whatever order and starting at whatever vertices. */
export function isSameRings(a: Rings, b: Rings): boolean {
  if (a.length !== b.length || vertexCount(a) !== vertexCount(b)) return false;
  const keys = new Set(a.map(ringKey));
  return b.every((ring) => keys.has(ringKey(ring)));
}

function ringKey(ring: Ring): string {
  return startAtTop(ring)
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
}
