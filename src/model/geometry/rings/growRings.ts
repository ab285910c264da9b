import { ClipperOffset, EndType, fromPath, JoinType, type Path64, toPath, unitsPerPx } from './clipper.ts';
import { normaliseRings } from './normaliseRings.ts';
import type { Rings } from './ring.ts';

/** How far the corners of a rounding may be from the true arc, in px: below what rounding to whole px moves. */
const arcTolerance = 0.25;

/** Has no effect on round corners. */
const miterLimit = 2;

/**
 * All within `px` of the rings' area; where `px` is negative, all that is farther than that from the rest. In and out in
 * normal form; the outline is right to within 1 px.
 */
export function growRings(rings: Rings, px: number): Rings {
  const paths = rings.map(toPath);
  const offset = new ClipperOffset(miterLimit, arcTolerance * unitsPerPx);
  offset.addPaths(paths, JoinType.Round, EndType.Polygon);
  const grown: Path64[] = [];
  offset.execute(px * unitsPerPx, grown);
  return normaliseRings(grown.map(fromPath));
}
