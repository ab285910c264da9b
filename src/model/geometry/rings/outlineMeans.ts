import type { Point } from '../point.ts';
import { forEachEdge } from '../polygon.ts';
import type { Ring } from './ring.ts';

/** The outline up to an edge: how long it is, and the sum of its positions (its integral along the length). */
type Stretch = {
  readonly start: number;
  readonly length: number;
  readonly a: Point;
  readonly b: Point;
  readonly sum: Point;
};

/** Points to a radius at which the curves of the means are followed. */
const pointsToRadius = 4;

/**
 * Points along the ring, each the mean of the outline that lies within `radius` of it along the outline; `radius` is cut
 * down to an eighth of the ring's length. Between them the curve of means is nearly straight; they are not rounded.
 */
export function outlineMeans(ring: Ring, radius: number): Point[] {
  const stretches = stretchesOf(ring);
  const last = stretches.at(-1);
  if (last === undefined) return [];
  const perimeter = last.start + last.length;
  const reach = Math.min(radius, perimeter / 8);
  const total = sumUpTo(perimeter, stretches);
  const sumTo = (position: number) => {
    const rounds = Math.floor(position / perimeter);
    const sum = sumUpTo(position - rounds * perimeter, stretches);
    return { x: sum.x + rounds * total.x, y: sum.y + rounds * total.y };
  };
  return positionsNearVertices(stretches, perimeter, reach).map((position) => {
    const [from, to] = [sumTo(position - reach), sumTo(position + reach)];
    return { x: (to.x - from.x) / (2 * reach), y: (to.y - from.y) / (2 * reach) };
  });
}

/** Evenly spaced positions, ascending, without those farther than `reach` from a vertex: there the means run straight. */
function positionsNearVertices(stretches: readonly Stretch[], perimeter: number, reach: number): number[] {
  const count = Math.ceil((pointsToRadius * perimeter) / reach);
  const step = perimeter / count;
  const indices = new Set<number>();
  for (const { start } of stretches) {
    for (let index = Math.floor((start - reach) / step); index <= Math.ceil((start + reach) / step); index++)
      indices.add((index + count) % count);
  }
  return Array.from(indices, (index) => index * step).sort((a, b) => a - b);
}

function stretchesOf(ring: Ring): Stretch[] {
  const stretches: Stretch[] = [];
  let [start, sum] = [0, { x: 0, y: 0 }];
  forEachEdge(ring, (a, b) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    stretches.push({ start, length, a, b, sum });
    start += length;
    sum = { x: sum.x + ((a.x + b.x) / 2) * length, y: sum.y + ((a.y + b.y) / 2) * length };
  });
  return stretches;
}

/** The sum of positions from the ring's first vertex to `position`, which is less than once around. */
function sumUpTo(position: number, stretches: readonly Stretch[]): Point {
  const stretch = stretches[lastStartingBy(position, stretches)];
  if (stretch === undefined) return { x: 0, y: 0 };
  const { start, length, a, b, sum } = stretch;
  const along = position - start;
  const halfShare = length === 0 ? 0 : along / length / 2;
  return {
    x: sum.x + along * (a.x + (b.x - a.x) * halfShare),
    y: sum.y + along * (a.y + (b.y - a.y) * halfShare),
  };
}

/** The index of the last stretch that starts at or before the position. */
function lastStartingBy(position: number, stretches: readonly Stretch[]): number {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
