/**
 * Boolean operations on integer rings. Clipper does them, but where edges cross between whole pixels it has to round,
 * and a rounded edge may cross its neighbour by less than a pixel, or run along it, without Clipper noticing. Such a
 * result would break what everything else relies on. The rule: look for these faults, put a vertex at each of them, and
 * unite again until there are none. Clipper sweeps along y and can miss the same fault forever; so every other time x and
 * y change places. Random noise settles in three rounds; most results, and all with whole crossings, need none.
 */
import { Clipper64, ClipType, FillRule, type Path64, PathType } from 'clipper2-ts';
import { dropStraightVertices, signedArea } from '../geometry/polygon.ts';
import { nodeRings } from './nodeRings.ts';
import type { Rings } from './region.ts';
import { ringAround } from './ringAround.ts';
import { splitAtTouches } from './splitAtTouches.ts';

export type Overlay = 'union' | 'difference' | 'intersection';

const clipTypes: Record<Overlay, ClipType> = {
  union: ClipType.Union,
  difference: ClipType.Difference,
  intersection: ClipType.Intersection,
};

const roundsMax = 10;

/** Clipper drops triangles with a side of one unit, however long they are: its unit is made a quarter of a pixel. */
const fineness = 4;

/** Both sets are read under the non-zero rule; the result is in normal form (see `normaliseRings`). */
export function overlayRings(overlay: Overlay, subject: Rings, clip: Rings): Rings {
  let noded = nodeRings(clipOnce(overlay, subject, clip));
  for (let round = 0; round < roundsMax && !noded.isSettled; round++) {
    noded = nodeRings(round % 2 === 0 ? unite(noded.rings) : swapAxes(unite(swapAxes(noded.rings))));
  }
  return turnStrayHoles(tidy(noded.rings));
}

function unite(rings: Rings): Rings {
  return clipOnce('union', rings, []);
}

function clipOnce(overlay: Overlay, subject: Rings, clip: Rings): Rings {
  const clipper = new Clipper64();
  clipper.preserveCollinear = false;
  clipper.addPaths(toPaths(subject), PathType.Subject);
  clipper.addPaths(toPaths(clip), PathType.Clip);
  const solution: Path64[] = [];
  clipper.execute(clipTypes[overlay], FillRule.NonZero, solution);
  return tidy(fromPaths(solution));
}

function toPaths(rings: Rings): Path64[] {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: x * fineness, y: y * fineness })));
}

/** Adding 0 turns -0, which compares as different, into 0. */
function fromPaths(paths: readonly Path64[]): Rings {
  const toWhole = (value: number) => Math.round(value / fineness) + 0;
  return paths.map((path) => path.map(({ x, y }) => ({ x: toWhole(x), y: toWhole(y) })));
}

function tidy(rings: Rings): Rings {
  return rings
    .flatMap(splitAtTouches)
    .map(dropStraightVertices)
    .filter((ring) => ring.length >= 3);
}

/** Rounding may turn a sliver inside out: a hole in nothing. It is filled under the non-zero rule, thus an outer ring. */
function turnStrayHoles(rings: Rings): Rings {
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  return rings.map((ring) =>
    signedArea(ring) < 0 && ringAround(ring, outers) === undefined ? ring.toReversed() : ring,
  );
}

/** Mirrored, so each ring is reversed to turn the same way as before. */
function swapAxes(rings: Rings): Rings {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: y, y: x })).reverse());
}
