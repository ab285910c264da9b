import { ClipperOffset, EndType, JoinType, type Paths64 } from './clipper.ts';
import { normaliseRings } from './normaliseRings.ts';
import type { Rings } from './ring.ts';

/** Clipper counts in whole units: this many to a pixel, so that only the result is rounded to pixels. */
const fineness = 16;

/** How far the corners of a rounding may be from the true arc, in px: below what rounding to whole px moves. */
const arcTolerance = 0.25;

/** Has no effect on round corners. */
const miterLimit = 2;

/**
 * All within `px` of the rings' area; where `px` is negative, all that is farther than that from the rest. In and out in
 * normal form; the outline is right to within 1 px.
 */
export function growRings(rings: Rings, px: number): Rings {
  const paths = rings.map((ring) => ring.map(({ x, y }) => ({ x: x * fineness, y: y * fineness })));
  const offset = new ClipperOffset(miterLimit, arcTolerance * fineness);
  offset.addPaths(paths, JoinType.Round, EndType.Polygon);
  const grown: Paths64 = [];
  offset.execute(px * fineness, grown);
  return normaliseRings(grown.map((path) => path.map(({ x, y }) => ({ x: toPx(x), y: toPx(y) }))));
}

function toPx(value: number): number {
  return Math.round(value / fineness) + 0;
}
