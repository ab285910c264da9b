import type { Ring } from './ring.ts';

/** A ring from its coarsest outline to finer ones: the vertices that were found for one tolerance serve the smaller ones. */
export type RingDetail = {
  /**
   * Adds vertices to the outline until all others are within `tolerance` of the edges that stand for them. `deviation` is
   * how far off the farthest of those is; it is of this outline unless an earlier one was finer.
   */
  readonly refine: (tolerance: number) => { readonly vertexCount: number; readonly deviation: number };
  /** The outline for a tolerance to which the ring has been refined, or for a greater one. */
  readonly outlineAt: (tolerance: number) => Ring;
};

/** The vertex between two others that is farthest from the segment which joins them. */
type Farthest = { readonly index: number; readonly distance: number };

/** Part of the ring, from one vertex to another by indices that go on counting past the ring's end. */
type Section = {
  readonly from: number;
  readonly to: number;
  readonly farthest: Farthest;
  /** For tolerances below this one, an edge or more between these ends is in the outline. */
  readonly tolerance: number;
};

/**
 * After Ramer, Douglas and Peucker: an outline's edge gives way to two where a vertex is farther from it than the
 * tolerance. Three vertices far apart are in every outline; a ring never vanishes.
 */
export function ringDetail(ring: Ring): RingDetail {
  const farthestBetween = farthestFinder(ring);
  const [a, b, c] = cornerstones(ring.length, farthestBetween);
  /** Of each vertex, the tolerance below which it is in the outline, as far as this is known. */
  const tolerances = new Float64Array(ring.length);
  for (const index of [a, b, c]) tolerances[index] = Infinity;
  let vertexCount = new Set([a, b, c]).size;
  let sections = [
    sectionBetween(a, b, Infinity),
    sectionBetween(b, c, Infinity),
    sectionBetween(c, a + ring.length, Infinity),
  ];

  function sectionBetween(from: number, to: number, tolerance: number): Section {
    return { from, to, farthest: farthestBetween(from, to), tolerance };
  }

  function refine(tolerance: number) {
    const narrow: Section[] = [];
    let deviation = 0;
    for (let next = sections.pop(); next !== undefined; next = sections.pop()) {
      const { index, distance } = next.farthest;
      if (distance > tolerance) {
        const least = Math.min(next.tolerance, distance);
        tolerances[index % ring.length] = least;
        vertexCount += 1;
        sections.push(sectionBetween(next.from, index, least), sectionBetween(index, next.to, least));
      } else {
        deviation = Math.max(deviation, distance);
        narrow.push(next);
      }
    }
    sections = narrow;
    return { vertexCount, deviation };
  }

  return {
    refine,
    outlineAt: (tolerance) => ring.filter((_, index) => (tolerances[index] ?? 0) > tolerance),
  };
}

/** Two vertices far from each other, and the one farthest from the line between them; in ascending order. */
function cornerstones(
  length: number,
  farthestBetween: (from: number, to: number) => Farthest,
): [number, number, number] {
  const first = farthestBetween(0, length).index % length;
  const second = farthestBetween(first, first + length).index % length;
  const [a, b] = first < second ? [first, second] : [second, first];
  const between = farthestBetween(a, b);
  const beyond = farthestBetween(b, a + length);
  if (between.distance > beyond.distance) return [a, between.index, b];
  const c = beyond.index % length;
  return c < a ? [c, a, b] : [a, b, c];
}

/**
 * The distances are those of `squaredDistanceToSegment`, from lists of numbers that go around the ring twice: nearly all
 * the time that an outline takes is spent in this loop.
 */
function farthestFinder(ring: Ring): (from: number, to: number) => Farthest {
  const xs = twiceAround(ring, 'x');
  const ys = twiceAround(ring, 'y');
  const at = (list: Float64Array, index: number) => list[index] ?? 0;
  return (from, to) => {
    const startX = at(xs, from);
    const startY = at(ys, from);
    const alongX = at(xs, to) - startX;
    const alongY = at(ys, to) - startY;
    const lengthSquared = alongX * alongX + alongY * alongY;
    let farthest = from;
    let squared = 0;
    for (let index = from + 1; index < to; index++) {
      const x = at(xs, index) - startX;
      const y = at(ys, index) - startY;
      const share = lengthSquared === 0 ? 0 : (x * alongX + y * alongY) / lengthSquared;
      const clamped = share < 0 ? 0 : share > 1 ? 1 : share;
      const awayX = x - alongX * clamped;
      const awayY = y - alongY * clamped;
      const away = awayX * awayX + awayY * awayY;
      if (away > squared) {
        farthest = index;
        squared = away;
      }
    }
    return { index: farthest, distance: Math.sqrt(squared) };
  };
}

function twiceAround(ring: Ring, axis: 'x' | 'y'): Float64Array {
  const list = new Float64Array(ring.length * 2);
  ring.forEach((point, index) => {
    list[index] = point[axis];
  });
  return list.copyWithin(ring.length, 0, ring.length);
}
