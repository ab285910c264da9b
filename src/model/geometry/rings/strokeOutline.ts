/**
 * The outline of a disc that is swept along a path and may grow and shrink on it. Uniting a disc and a band for every
 * step is exact but slow, and the two sides drawn as mere parallels lose area in tight bends. The rule: follow the path
 * there and back, always on its left. A step's edge is the tangent of its two discs; where the tangents turn outwards
 * they are joined by an arc, both ends of the path being nothing else than a turn right about; where they turn inwards the
 * outline goes by the disc's centre. So it is made of bands and sectors that all run clockwise, and it bounds the sweep
 * under the non-zero rule: a point of the sweep is seen from the disc that holds it deepest at a right angle to a tangent,
 * thus within a band, or within a sector.
 */
import type { Point } from '../point.ts';
import { distance } from '../point.ts';
import type { Polygon } from '../polygon.ts';

/** What a round brush covers at one moment: its centre and its radius, above 0. */
export type Disc = Point & { readonly radius: number };

/** From a disc to the next. Angles grow clockwise as seen. */
type Step = {
  readonly direction: number;
  /** How far the left tangent's normal leans forward: a quarter turn where one disc holds the other. */
  readonly lean: number;
  /** Of the tangent. */
  readonly length: number;
};

/** px by which arcs may lie inside the circle. */
const arcTolerance = 0.1;
/** Keeps even the smallest disc from vanishing when its vertices are rounded. */
const arcStepMax = Math.PI / 4;
/** px, far below what shows. */
const standstillStep = 1 / 1024;
/** Absorbs what is lost in computing angles, so that a turn right about is always one to the right. */
const angleTolerance = 1e-9;

/** A closed polygon, not rounded, that crosses itself where the stroke does. Bounds its area under the non-zero rule. */
export function strokeOutline(discs: readonly Disc[]): Polygon {
  const path = withoutStandstill(discs);
  const [first] = path;
  if (first === undefined) return [];
  if (path.length === 1) return arc(first, arcStepMax, 2 * Math.PI);
  const roundTrip = [...path, ...path.slice(1, -1).reverse()];
  const steps = roundTrip.map((disc, index) => stepTo(disc, roundTrip[index + 1] ?? first));
  const outline: Point[] = [];
  for (const [index, disc] of roundTrip.entries()) {
    const [before, after] = [steps.at(index - 1), steps[index]];
    if (before === undefined || after === undefined) continue;
    for (const point of join(disc, before, after)) outline.push(point);
  }
  return outline;
}

/** Where a pen rests and is pressed harder or less, the next disc lies a little beside: a step needs a direction. */
function withoutStandstill(discs: readonly Disc[]): readonly Disc[] {
  const path: Disc[] = [];
  for (const disc of discs) {
    const last = path.at(-1);
    if (last === undefined || distance(last, disc) > 0) path.push(disc);
    else if (disc.radius !== last.radius) path.push({ ...disc, x: disc.x + standstillStep });
  }
  return path;
}

function stepTo(a: Disc, b: Disc): Step {
  const centreDistance = distance(a, b);
  const lean = Math.asin(Math.min(1, Math.max(-1, (a.radius - b.radius) / centreDistance)));
  return { direction: Math.atan2(b.y - a.y, b.x - a.x), lean, length: centreDistance * Math.cos(lean) };
}

function join(disc: Disc, before: Step, after: Step): readonly Point[] {
  const start = before.direction - Math.PI / 2 + before.lean;
  const sweep = turnBetween(before.direction, after.direction) + after.lean - before.lean;
  if (isBlunt(disc.radius, sweep, Math.min(before.length, after.length))) {
    return [pointAt(disc, disc.radius / Math.cos(sweep / 2), start + sweep / 2)];
  }
  if (sweep > 0) return arc(disc, start, sweep);
  return [
    pointAt(disc, disc.radius, start),
    { x: disc.x, y: disc.y },
    pointAt(disc, disc.radius, start + sweep),
  ];
}

/** Whether the point where the two tangents meet may stand for the whole turn: most of a smooth stroke's do. */
function isBlunt(radius: number, sweep: number, length: number): boolean {
  if (Math.abs(sweep) > Math.PI / 2) return false;
  const isOnTangents = radius * Math.tan(Math.abs(sweep) / 2) <= length / 2;
  return isOnTangents && (sweep < 0 || radius / Math.cos(sweep / 2) - radius <= arcTolerance / 2);
}

/** Between half a turn to the left (exclusive) and half a turn to the right. */
function turnBetween(before: number, after: number): number {
  const turn = after - before;
  if (turn > Math.PI + angleTolerance) return turn - 2 * Math.PI;
  return turn <= angleTolerance - Math.PI ? turn + 2 * Math.PI : turn;
}

function arc(disc: Disc, start: number, sweep: number): Point[] {
  const step = 2 * Math.acos(Math.max(0, 1 - arcTolerance / disc.radius));
  const count = Math.ceil(sweep / Math.min(arcStepMax, step));
  return Array.from({ length: count + 1 }, (_, index) =>
    pointAt(disc, disc.radius, start + (sweep * index) / count),
  );
}

function pointAt({ x, y }: Point, reach: number, angle: number): Point {
  return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
}
