import type { Document } from '../../model/document/document.ts';
import { canvasToImage, imageToCanvas } from '../../model/document/spaces.ts';
import {
  addPoints,
  distance,
  isSamePoint,
  type Point,
  roundPoint,
  subtractPoints,
} from '../../model/geometry/point.ts';
import type { Ring } from '../../model/geometry/rings/ring.ts';
import { alongDiagonals } from '../dragging.ts';
import { type HitPlace, hitRadius } from '../hitRadius.ts';
import type { Modifiers } from '../tool.ts';

/** CSS px around the first point in which a click closes the polygon. */
const closeRadius = 9;

export function withPoint(points: Ring, point: Point): Ring {
  const last = points.at(-1);
  return last !== undefined && isSamePoint(last, point) ? points : [...points, point];
}

/** Where a pointer at `point` (canvas px) would place one (image px): there, or with Shift in an eighth turn from the last. */
export function tipAt(points: Ring, point: Point, { shift }: Modifiers, document: Document): Point {
  const last = points.at(-1);
  if (!shift || last === undefined) return roundPoint(canvasToImage(point, document));
  const start = imageToCanvas(last, document);
  const end = addPoints(start, alongDiagonals(subtractPoints(point, start)));
  return roundPoint(canvasToImage(end, document));
}

/** Whether a click there closes the polygon. */
export function isOverFirstPoint(points: Ring, place: HitPlace, document: Document): boolean {
  const [first] = points;
  if (first === undefined || points.length < 3) return false;
  return distance(imageToCanvas(first, document), place.point) <= hitRadius(closeRadius, place);
}
