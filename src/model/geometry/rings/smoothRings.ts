/**
 * Smoothing outlines. Growing and shrinking again would round corners too, but loses whatever is thinner than the radius;
 * rounding each corner on its own does nothing to the steps of a traced outline, whose edges are a pixel long. The rule:
 * every point of an outline moves to the mean of the outline within `radius` of it, measured along the outline. Straight
 * stretches stay, steps even out, and no point moves by more than half the radius, which for a small ring is at most an
 * eighth of its length. Rounding to pixels adds a little more than one.
 */

import { roundPx } from '../scalar.ts';
import { outlineMeans } from './outlineMeans.ts';
import { partsOf } from './parts.ts';
import type { Ring, Rings } from './ring.ts';
import { simplifyRing } from './simplifyRing.ts';
import { joinParts } from './simplifyRings.ts';

/** Of the points of a smoothed outline only as many are kept as hold it within this, in px. */
const tolerance = 0.4;

/** Rings in normal form, in and out. A part that is too thin to be smoothed stays as it is. */
export function smoothRings(rings: Rings, radius: number): Rings {
  const smooth = (ring: Ring) => smoothRing(ring, radius);
  const parts = partsOf(rings).map((part) => {
    const smoothed = { outer: smooth(part.outer), holes: part.holes.map(smooth) };
    return joinParts([smoothed]).length > 0 ? smoothed : part;
  });
  return joinParts(parts);
}

function smoothRing(ring: Ring, radius: number): Ring {
  return simplifyRing(outlineMeans(ring, radius), tolerance).ring.map(({ x, y }) => ({
    x: roundPx(x),
    y: roundPx(y),
  }));
}
