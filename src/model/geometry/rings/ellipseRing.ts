/**
 * An ellipse as a polygon of whole pixels. Rounding evenly spaced points on it strays by up to 0.7 px, and the sides then
 * stray further. The rule: where the outline is flatter than 45° its height is known at every column, and a vertex there is
 * that height, rounded; from one vertex the side goes to the last column that a straight line reaches with every height
 * between kept within half a pixel. Steeper parts are the same with x and y swapped, so an eighth of the outline is
 * found for each half axis, and mirrored.
 */

import { addPoints, isSamePoint, type Point } from '../point.ts';
import { dropStraightVertices } from '../polygon.ts';
import { centreOf, type Rect } from '../rect.ts';
import type { Ring } from './ring.ts';

/** Px between the outline and the polygon. */
const deviationMax = 0.5;

/**
 * The ellipse that fills an integer rectangle, clockwise as seen; empty where the rectangle is. A thin one ends in tips
 * that are under half a pixel wide: they have no area, and normal form drops them.
 */
export function ellipseRing(rect: Rect): Ring {
  if (rect.width === 0 || rect.height === 0) return [];
  const quarter = quarterFromTop(rect.width / 2, rect.height / 2);
  const half = [...quarter, ...quarter.map(({ x, y }) => ({ x, y: -y })).reverse()];
  const centre = centreOf(rect);
  const around = [...half, ...half.map(({ x, y }) => ({ x: -x, y: -y }))].map((offset) =>
    addPoints(centre, offset),
  );
  return dropStraightVertices(
    around.filter((point, index) => !isSamePoint(point, around.at(index - 1) ?? point)),
  );
}

/** Offsets from the centre, from the top to the right. */
function quarterFromTop(across: number, down: number): Point[] {
  const flat = flatEighth(across, down).map(({ x, y }) => ({ x, y: -y }));
  const steep = flatEighth(down, across).map(({ x, y }) => ({ x: y, y: -x }));
  return [...flat, ...steep.reverse()];
}

/** Vertices from the middle outwards to where the outline falls at 45°; `across` and `up` are the half axes. */
function flatEighth(across: number, up: number): Point[] {
  const end = across ** 2 / Math.hypot(across, up);
  const heightAt = (x: number) => up * Math.sqrt(1 - (x / across) ** 2);
  const vertices: Point[] = [];
  let next: Point | undefined = { x: across % 1, y: up };
  while (next !== undefined) {
    vertices.push(next);
    next = farthestFrom(next, end, up % 1, heightAt);
  }
  return vertices;
}

/** The farthest vertex, no farther than `end`, to which a straight side keeps to the heights; none at the end. */
function farthestFrom(
  from: Point,
  end: number,
  fraction: number,
  heightAt: (x: number) => number,
): Point | undefined {
  let [slopeMin, slopeMax] = [-Infinity, Infinity];
  let farthest: Point | undefined;
  for (let x = from.x + 1; x <= end && slopeMin <= slopeMax; x++) {
    const height = heightAt(x);
    const y = Math.round(height - fraction) + fraction;
    const slope = (y - from.y) / (x - from.x);
    if (slope >= slopeMin && slope <= slopeMax) farthest = { x, y };
    slopeMin = Math.max(slopeMin, (height - deviationMax - from.y) / (x - from.x));
    slopeMax = Math.min(slopeMax, (height + deviationMax - from.y) / (x - from.x));
  }
  return farthest;
}
