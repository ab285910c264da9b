import { overlayRings } from './overlayRings.ts';
import type { Rings } from './ring.ts';

/**
 * Normal form: the area that integer rings of any shape and direction bound under the non-zero rule, as rings that do
 * not cross, may touch each other but not themselves, and have no repeated or collinear vertices and no zero areas. Outer
 * rings run clockwise as seen, holes counter-clockwise; each starts at its top-left-most vertex. A self-crossing polygon is
 * cleaned by the same rule. Empty where nothing is left.
 */
export function normaliseRings(rings: Rings): Rings {
  return overlayRings('union', rings, []);
}
