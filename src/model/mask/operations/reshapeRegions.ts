/** Operations on each of the given regions for itself, hidden ones excepted. What vanishes is removed. */
import type { Document } from '../../document/document.ts';
import { signedArea } from '../../geometry/polygon.ts';
import { growRings } from '../../geometry/rings/growRings.ts';
import { normaliseRings } from '../../geometry/rings/normaliseRings.ts';
import type { Rings } from '../../geometry/rings/ring.ts';
import { smoothRings } from '../../geometry/rings/smoothRings.ts';
import { changeRings } from './operands.ts';

/** Moves outlines outwards by `px` image px, with round corners; inwards where it is negative. */
export function growRegions(document: Document, ids: readonly string[], px: number): Document {
  return px === 0 ? document : changeRings(document, ids, (rings) => growRings(rings, px));
}

/** Rounds corners and evens out steps of up to about `radius` image px; see `smoothRings`. */
export function smoothRegions(document: Document, ids: readonly string[], radius: number): Document {
  return radius <= 0 ? document : changeRings(document, ids, (rings) => smoothRings(rings, radius));
}

/** Masks what lies in holes too. */
export function fillHoles(document: Document, ids: readonly string[]): Document {
  return changeRings(document, ids, withoutHoles);
}

/** Parts that touch each other at several points may enclose holes that none of them has: until there are none. */
function withoutHoles(rings: Rings): Rings {
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  return outers.length === rings.length ? rings : withoutHoles(normaliseRings(outers));
}
