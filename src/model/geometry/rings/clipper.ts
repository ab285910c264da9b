/**
 * Clipper2, as the rings need it. It counts in whole units, and drops triangles with a side of one unit, however long they
 * are, and slivers that are thinner than that: its unit is made a sixteenth of a pixel, so that nothing is lost, and only the
 * result is rounded to pixels. A quarter loses slivers of which pixels have their centres in.
 */
import { type ClipType, FillRule, type Path64, PathType } from 'clipper2-ts/dist/Core.js';
import { Clipper64 } from 'clipper2-ts/dist/Engine.js';
import type { Point } from '../point.ts';
import { roundPx } from '../scalar.ts';
import type { Ring } from './ring.ts';

// The parts that are used: the package's index would bring all of it into the page, triangulation included.
export { ClipType, type Path64 } from 'clipper2-ts/dist/Core.js';
export { ClipperOffset, EndType, JoinType } from 'clipper2-ts/dist/Offset.js';

/** Of Clipper's units. */
export const unitsPerPx = 16;

/** From px, which need not be whole. */
export function toPath(points: readonly Point[]): Path64 {
  return points.map(({ x, y }) => ({ x: Math.round(x * unitsPerPx), y: Math.round(y * unitsPerPx) }));
}

/** To whole px. */
export function fromPath(path: Path64): Ring {
  return path.map(({ x, y }) => ({ x: roundPx(x / unitsPerPx), y: roundPx(y / unitsPerPx) }));
}

/** Both sets are read under the non-zero rule. Vertices on straight edges are left out. */
export function clipPaths(clipType: ClipType, subject: Path64[], clip: Path64[]): Path64[] {
  const clipper = new Clipper64();
  clipper.preserveCollinear = false;
  clipper.addPaths(subject, PathType.Subject);
  clipper.addPaths(clip, PathType.Clip);
  const solution: Path64[] = [];
  clipper.execute(clipType, FillRule.NonZero, solution);
  return solution;
}
