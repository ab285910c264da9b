/**
 * Boolean operations on integer rings. Clipper does them, but not to the letter: it rounds crossings between whole pixels,
 * after which edges may cross by less than a pixel or run along each other unnoticed; it may lose a corner where an edge
 * runs back along itself; and it sweeps along y, which lets it miss the same fault forever. The rule: it is given rings that
 * have a vertex wherever they touch or run along each other, its results get one wherever they cross and are united again
 * until no fault is left, and every other time x and y change places. Random noise settles in three rounds; most drawings need none.
 */

import { dropStraightVertices, signedArea, startAtTop } from '../polygon.ts';
import { ClipType, clipPaths, fromPath, toPath } from './clipper.ts';
import { nodeRings } from './nodeRings.ts';
import type { Rings } from './ring.ts';
import { ringFinder } from './ringFinder.ts';

export type Overlay = 'union' | 'difference' | 'intersection';

const clipTypes: Record<Overlay, ClipType> = {
  union: ClipType.Union,
  difference: ClipType.Difference,
  intersection: ClipType.Intersection,
};

const roundsMax = 10;

/** Both sets are read under the non-zero rule; the result is in normal form (see `normaliseRings`). */
export function overlayRings(overlay: Overlay, subject: Rings, clip: Rings): Rings {
  let noded = roundCrossings(clipOnce(overlay, touchInVertices(subject), touchInVertices(clip)));
  for (let round = 0; round < roundsMax && !noded.isFullyNoded; round++) {
    noded = roundCrossings(round % 2 === 0 ? unite(noded.rings) : swapAxes(unite(swapAxes(noded.rings))));
  }
  const rings = noded.rings.map((ring) => startAtTop(dropStraightVertices(ring)));
  return turnStrayHoles(rings.filter((ring) => ring.length >= 3));
}

/** Of what is combined, crossings are Clipper's: rounded beforehand, they have it lose whole corners now and then. */
function touchInVertices(rings: Rings): Rings {
  return nodeRings(rings, 'left').rings;
}

function roundCrossings(rings: Rings) {
  return nodeRings(rings, 'rounded');
}

function unite(rings: Rings): Rings {
  return clipOnce('union', rings, []);
}

function clipOnce(overlay: Overlay, subject: Rings, clip: Rings): Rings {
  return clipPaths(clipTypes[overlay], subject.map(toPath), clip.map(toPath)).map(fromPath);
}

/** Rounding may turn a sliver inside out: a hole in nothing. It is filled under the non-zero rule, thus an outer ring. */
function turnStrayHoles(rings: Rings): Rings {
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  if (outers.length === rings.length) return rings;
  const outerAround = ringFinder(outers);
  return rings.map((ring) =>
    signedArea(ring) < 0 && outerAround(ring) === undefined ? startAtTop(ring.toReversed()) : ring,
  );
}

/** Mirrored, so each ring is reversed to turn the same way as before. */
function swapAxes(rings: Rings): Rings {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: y, y: x })).reverse());
}
