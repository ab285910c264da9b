import fc from 'fast-check';
import type { Point } from '../../../../src/model/geometry/point.ts';
import type { Rect, Size } from '../../../../src/model/geometry/rect.ts';
import type { Ring, Rings } from '../../../../src/model/geometry/rings/ring.ts';

/** A ring from flat x,y pairs. */
export function ringFrom(...numbers: readonly number[]): Ring {
  const points: Point[] = [];
  for (let i = 0; i < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
  return points;
}

export function box(x: number, y: number, width: number, height: number): Ring {
  return ringFrom(x, y, x + width, y, x + width, y + height, x, y + height);
}

export function reversed(ring: Ring): Ring {
  return ring.toReversed();
}

/** A spiky star with as many vertices as asked for. */
export function star(vertexCount: number, centre: Point, radius: number): Ring {
  return Array.from({ length: vertexCount }, (_, i) => {
    const angle = (i / vertexCount) * 2 * Math.PI;
    const reach = radius * (i % 2 === 0 ? 1 : 0.8);
    return {
      x: Math.round(centre.x + reach * Math.cos(angle)),
      y: Math.round(centre.y + reach * Math.sin(angle)),
    };
  });
}

/**
 * The oracle of every pixel test, written without regard to speed and on a different plan from the scan-line: for each
 * pixel, the winding number of all rings around its centre, by the sign of areas, with a ray to the right.
 */
export function naiveRaster(rings: Rings, { width, height }: Size): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) =>
    naiveWinding({ x: (i % width) + 0.5, y: Math.floor(i / width) + 0.5 }, rings) === 0 ? 0 : 255,
  );
}

export function naiveWinding(p: Point, rings: Rings): number {
  let winding = 0;
  for (const ring of rings) {
    ring.forEach((b, i) => {
      const a = ring.at(i - 1) ?? b;
      const side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
      if (a.y <= p.y && b.y > p.y && side > 0) winding++;
      if (a.y > p.y && b.y <= p.y && side < 0) winding--;
    });
  }
  return winding;
}

/** Pixels as text, so that a failure can be seen. */
export function picture(pixels: Uint8Array, width: number): string {
  return Array.from(pixels, (value, i) => (value ? '#' : '.') + ((i + 1) % width ? '' : '\n')).join('');
}

/** What keeps rings from being in normal form, in words; empty where they are. */
export function normalFormFaults(rings: Rings): string[] {
  const faults = new Set<string>();
  const edges = rings.flatMap((ring) => ring.map((b, i) => [ring.at(i - 1) ?? b, b] as const));
  for (const ring of rings) {
    if (ring.length < 3) faults.add('fewer than three vertices');
    if (new Set(ring.map(({ x, y }) => `${x},${y}`)).size < ring.length) faults.add('repeated vertex');
    if (
      ring.some((point, i) => area(ring.at(i - 1) ?? point, point, ring[i + 1] ?? ring[0] ?? point) === 0)
    ) {
      faults.add('collinear vertex');
    }
    if (ring.some(({ x, y }) => !Number.isInteger(x) || !Number.isInteger(y))) faults.add('fraction');
  }
  edges.forEach(([a, b], i) => {
    for (const [c, d] of edges.slice(i + 1)) {
      const [c1, d1, a1, b1] = [area(a, b, c), area(a, b, d), area(c, d, a), area(c, d, b)];
      if (c1 * d1 < 0 && a1 * b1 < 0) faults.add('crossing');
      if (c1 === 0 && d1 === 0 && overlap(a, b, c, d) > 0) faults.add('common edge');
    }
  });
  return [...faults];
}

function area(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

function overlap(a: Point, b: Point, c: Point, d: Point): number {
  const axis = a.x === b.x ? 'y' : 'x';
  const start = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  return Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis])) - start;
}

/** Integer points around and in a square of `side`. */
export function pointIn(side: number): fc.Arbitrary<Point> {
  return fc.record({ x: fc.integer({ min: -4, max: side + 4 }), y: fc.integer({ min: -4, max: side + 4 }) });
}

/** Rings of any shape: self-crossing, overlapping, of either direction, partly outside. */
export function anyRings(side: number): fc.Arbitrary<Rings> {
  return fc.array(fc.array(pointIn(side), { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 4 });
}

/** Self-crossing rings of horizontal and vertical edges: they cross in whole pixels only, so nothing is rounded. */
export function orthogonalRings(side: number): fc.Arbitrary<Rings> {
  const ring = fc
    .array(pointIn(side), { minLength: 2, maxLength: 6 })
    .map((corners) => corners.flatMap((p, i) => [p, { x: (corners[i + 1] ?? corners[0] ?? p).x, y: p.y }]));
  return fc.array(ring, { minLength: 1, maxLength: 4 });
}

export type NastyCase = { readonly rings: Rings; readonly size: Size };

const size: Size = { width: 40, height: 40 };
const outside: Rect = { x: -50, y: -50, width: 30, height: 30 };

/** Each but the ones marked so crosses in whole pixels only, so that every step must keep every pixel. */
export const nastyCases: Record<string, NastyCase> = {
  'no rings': { rings: [], size },
  'collinear vertices': { rings: [ringFrom(5, 5, 10, 5, 20, 5, 20, 12, 20, 20, 5, 20, 5, 10)], size },
  'repeated vertices': { rings: [ringFrom(5, 5, 5, 5, 20, 5, 20, 20, 20, 20, 5, 20)], size },
  'no area': { rings: [ringFrom(5, 5, 20, 20, 30, 30)], size },
  'a spike': { rings: [ringFrom(5, 5, 15, 5, 30, 5, 15, 5, 15, 20, 5, 20)], size },
  'self-crossing': { rings: [ringFrom(5, 5, 25, 25, 25, 5, 5, 25)], size },
  'winding twice': { rings: [ringFrom(5, 5, 30, 5, 30, 30, 10, 30, 10, 10, 25, 10, 25, 25, 5, 25)], size },
  'counter-clockwise': { rings: [reversed(box(5, 5, 20, 20))], size },
  'touching at a vertex': { rings: [box(5, 5, 10, 10), box(15, 15, 10, 10)], size },
  'touching along an edge': { rings: [box(5, 5, 10, 10), box(15, 5, 10, 10)], size },
  'touching along a part of an edge': { rings: [box(5, 5, 10, 10), box(15, 8, 10, 20)], size },
  'a hole': { rings: [box(5, 5, 30, 30), reversed(box(10, 10, 10, 10))], size },
  'two holes side by side': {
    rings: [box(2, 2, 36, 36), reversed(box(6, 10, 8, 8)), reversed(box(20, 10, 8, 8))],
    size,
  },
  'two holes one above the other': {
    rings: [box(2, 2, 36, 36), reversed(box(10, 6, 8, 8)), reversed(box(10, 20, 8, 8))],
    size,
  },
  'hole in hole': { rings: [box(2, 2, 36, 36), reversed(box(8, 8, 24, 24)), box(14, 14, 10, 10)], size },
  'island touching its hole at a vertex': {
    rings: [box(2, 2, 36, 36), reversed(box(8, 8, 24, 24)), ringFrom(20, 8, 26, 20, 14, 20)],
    size,
  },
  'holes touching at a vertex': {
    rings: [box(2, 2, 36, 36), reversed(box(8, 8, 8, 8)), reversed(box(16, 16, 8, 8))],
    size,
  },
  'hole touching the outer ring at a vertex': {
    rings: [box(0, 0, 40, 40), ringFrom(0, 0, 10, 20, 20, 10)],
    size,
  },
  'hole touching an outer edge at a vertex': {
    rings: [box(0, 0, 40, 40), ringFrom(20, 0, 10, 20, 30, 20)],
    size,
  },
  'hole whose nearest vertex is hidden': {
    rings: [ringFrom(0, 0, 40, 0, 40, 40, 0, 40, 0, 20, 19, 18, 0, 16), ringFrom(20, 21, 16, 30, 30, 30)],
    size,
  },
  'partly outside the image': { rings: [box(-10, -10, 30, 30), box(35, 35, 30, 30)], size },
  'outside the image': { rings: [box(outside.x, outside.y, outside.width, outside.height)], size },
  'covering the image': { rings: [box(-10, -10, 100, 100)], size },
  'one pixel': { rings: [box(7, 9, 1, 1)], size },
  'one pixel wide': { rings: [box(7, 2, 1, 36), box(2, 20, 36, 1)], size },
  'a sliver one pixel wide': { rings: [ringFrom(2, 2, 3, 2, 30, 38)], size },
  '6,000 vertices': { rings: [star(6000, { x: 2000, y: 2000 }, 1900)], size: { width: 4000, height: 4000 } },
};
