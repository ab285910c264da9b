import { isPointInRect, pointInRect, type Rect } from '../rect.ts';
import { intersectRings } from './combineRings.ts';
import { normaliseRings } from './normaliseRings.ts';
import type { Ring, Rings } from './ring.ts';

/**
 * The part of the rings inside an integer rectangle, in normal form. Of edges that run almost along its scan lines Clipper
 * may put a crossing too far along, and so beside the rectangle: it is brought back in.
 */
export function clipRings(rings: Rings, rect: Rect): Rings {
  const clipped = intersectRings(rings, [ringOfRect(rect)]);
  if (clipped.every((ring) => ring.every((point) => isPointInRect(point, rect)))) return clipped;
  return normaliseRings(clipped.map((ring) => ring.map((point) => pointInRect(point, rect))));
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
