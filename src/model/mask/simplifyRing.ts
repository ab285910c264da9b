import type { Point } from '../geometry/point.ts';
import { squaredDistanceToSegment } from '../geometry/segment.ts';
import type { Ring } from './region.ts';

type SimplifiedRing = { readonly ring: Ring; readonly deviation: number };

/** A way along the ring, from one vertex to another, by indices that go on counting past the ring's end. */
type Way = { readonly from: number; readonly to: number };

/**
 * The ring without the vertices that are within `tolerance` of the edge which then takes their place (after Ramer, Douglas
 * and Peucker): so the whole outline stays within it. Three vertices far apart always stay; a ring never vanishes.
 */
export function simplifyRing(ring: Ring, tolerance: number): SimplifiedRing {
  if (ring.length <= 3) return { ring, deviation: 0 };
  const [a, b, c] = cornerstones(ring);
  const kept = new Set([a, b, c]);
  const ways: Way[] = [
    { from: a, to: b },
    { from: b, to: c },
    { from: c, to: a + ring.length },
  ];
  let deviation = 0;
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const { index, distance } = farthestOnWay(ring, way);
    if (distance > tolerance) {
      kept.add(index % ring.length);
      ways.push({ from: way.from, to: index }, { from: index, to: way.to });
    } else deviation = Math.max(deviation, distance);
  }
  return { ring: ring.filter((_, index) => kept.has(index)), deviation };
}

/** Two vertices far from each other, and the one farthest from the line between them; in ascending order. */
function cornerstones(ring: Ring): [number, number, number] {
  const around = (from: number) => farthestOnWay(ring, { from, to: from + ring.length }).index % ring.length;
  const first = around(0);
  const second = around(first);
  const [a, b] = first < second ? [first, second] : [second, first];
  const between = farthestOnWay(ring, { from: a, to: b });
  const beyond = farthestOnWay(ring, { from: b, to: a + ring.length });
  if (between.distance > beyond.distance) return [a, between.index, b];
  const c = beyond.index % ring.length;
  return c < a ? [c, a, b] : [a, b, c];
}

/** The vertex between the two ends of the way that is farthest from the segment which joins them. */
function farthestOnWay(ring: Ring, { from, to }: Way): { index: number; distance: number } {
  const at = (index: number): Point =>
    ring[index < ring.length ? index : index - ring.length] ?? { x: 0, y: 0 };
  const [start, end] = [at(from), at(to)];
  let [farthest, squared] = [from, 0];
  for (let index = from + 1; index < to; index++) {
    const away = squaredDistanceToSegment(at(index), start, end);
    if (away > squared) [farthest, squared] = [index, away];
  }
  return { index: farthest, distance: Math.sqrt(squared) };
}
