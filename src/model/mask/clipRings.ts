import type { Rect } from '../geometry/rect.ts';
import { intersectRings } from './combineRings.ts';
import type { Ring, Rings } from './region.ts';

/** The part of the rings inside an integer rectangle, in normal form. */
export function clipRings(rings: Rings, rect: Rect): Rings {
  return intersectRings(rings, [ringOfRect(rect)]);
}

/** A rectangle's corners, clockwise as seen from the top-left one. */
export function ringOfRect({ x, y, width, height }: Rect): Ring {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
