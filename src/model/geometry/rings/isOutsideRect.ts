import type { Rect } from '../rect.ts';
import { clipRings } from './clipRings.ts';
import type { Rings } from './ring.ts';

/** Whether nothing of the rings' area (in normal form) is in the rectangle. A vertex inside tells; most need no clipping. */
export function isOutsideRect(rings: Rings, rect: Rect): boolean {
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const hasVertexInside = rings.some((ring) =>
    ring.some(({ x, y }) => x > rect.x && y > rect.y && x < right && y < bottom),
  );
  return !hasVertexInside && clipRings(rings, rect).length === 0;
}
