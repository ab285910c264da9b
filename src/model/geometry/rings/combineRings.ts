import { intersectRects } from '../rect.ts';
import { boundsOfRings } from './boundsOfRings.ts';
import { cropRings } from './cropRings.ts';
import { overlayRings } from './overlayRings.ts';
import type { Rings } from './ring.ts';

/** All that is in a or in b; rings of the same space, in and out in normal form, as of the two below. */
export function uniteRings(a: Rings, b: Rings): Rings {
  return overlayRings('union', a, b);
}

/** What is in a but not in b. */
export function subtractRings(a: Rings, b: Rings): Rings {
  return overlayRings('difference', a, cropRings(b, boundsOfRings(a)));
}

/** What a and b have in common. */
export function intersectRings(a: Rings, b: Rings): Rings {
  const common = intersectRects(boundsOfRings(a), boundsOfRings(b));
  if (common === undefined) return [];
  return overlayRings('intersection', cropRings(a, common), cropRings(b, common));
}
