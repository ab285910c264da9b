import { subtractRings } from './combineRings.ts';
import { normaliseRings } from './normaliseRings.ts';
import { type Part, partsOf } from './parts.ts';
import type { Rings } from './ring.ts';
import { simplifyRing } from './simplifyRing.ts';

/** `deviation`: the farthest that a vertex is from the simpler outline. */
type SimplifiedRings = { readonly rings: Rings; readonly deviation: number };

/** Rings in normal form with fewer vertices, the outlines within `tolerance` of where they were. */
export function simplifyRings(rings: Rings, tolerance: number): SimplifiedRings {
  let deviation = 0;
  let hasDropped = false;
  const simplify = (ring: Rings[number]) => {
    const simple = simplifyRing(ring, tolerance);
    deviation = Math.max(deviation, simple.deviation);
    hasDropped ||= simple.ring.length < ring.length;
    return simple.ring;
  };
  const parts = partsOf(rings).map(({ outer, holes }) => ({
    outer: simplify(outer),
    holes: holes.map(simplify),
  }));
  return { rings: hasDropped ? joinParts(parts) : rings, deviation };
}

/**
 * The area of parts whose rings were changed and may cross now, in normal form. Holes are cut from their own outer ring:
 * under the non-zero rule of all rings together, what sticks out of it would be masked.
 */
export function joinParts(parts: readonly Part[]): Rings {
  const rings = parts.flatMap(({ outer, holes }) => subtractRings([outer], holes));
  return parts.length > 1 ? normaliseRings(rings) : rings;
}
