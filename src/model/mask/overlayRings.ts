import { Clipper64, ClipType, FillRule, type Path64, PathType } from 'clipper2-ts';
import type { Rings } from './region.ts';

export type Overlay = 'union' | 'difference' | 'intersection';

const clipTypes: Record<Overlay, ClipType> = {
  union: ClipType.Union,
  difference: ClipType.Difference,
  intersection: ClipType.Intersection,
};

/**
 * A boolean operation on two sets of integer rings, each read under the non-zero rule. Where edges cross between whole
 * pixels the crossing is rounded. The result is in normal form but for what that rounding may move, see
 * `normaliseRings`.
 */
export function overlayRings(overlay: Overlay, subject: Rings, clip: Rings): Rings {
  const clipper = new Clipper64();
  clipper.preserveCollinear = false;
  clipper.addPaths(toPaths(subject), PathType.Subject);
  clipper.addPaths(toPaths(clip), PathType.Clip);
  const solution: Path64[] = [];
  clipper.execute(clipTypes[overlay], FillRule.NonZero, solution);
  return solution.map((path) => path.map(({ x, y }) => ({ x: x + 0, y: y + 0 })));
}

function toPaths(rings: Rings): Path64[] {
  return rings.map((ring) => [...ring]);
}
