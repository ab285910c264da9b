import { overlayRings } from './overlayRings.ts';
import type { Rings } from './region.ts';

/**
 * Normal form: the area that integer rings of any shape and direction bound under the non-zero rule, as rings that do
 * not cross, without repeated or collinear vertices and zero areas; outer rings run clockwise as seen, holes counter-
 * clockwise. A self-crossing polygon is cleaned by the same rule. Empty where nothing is left.
 */
export function normaliseRings(rings: Rings): Rings {
  return overlayRings('union', rings, []);
}
