import type { Rect } from '../rect.ts';
import type { Rings } from './ring.ts';

/** The bounding box of all the rings. Without joining them to one list, which takes longer than looking at them. */
export function boundsOfRings(rings: Rings): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const { x, y } of ring) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
