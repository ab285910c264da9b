import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipRings } from '../../../../src/model/geometry/rings/clipRings.ts';
import {
  intersectRings,
  subtractRings,
  uniteRings,
} from '../../../../src/model/geometry/rings/combineRings.ts';
import { normaliseRings } from '../../../../src/model/geometry/rings/normaliseRings.ts';
import { rasteriseRings } from '../../../../src/model/geometry/rings/rasteriseRings.ts';
import type { Rings } from '../../../../src/model/geometry/rings/ring.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import {
  anyRings,
  box,
  naiveRaster,
  nastyCases,
  normalFormFaults,
  orthogonalRings,
  picture,
  reversed,
  ringFrom,
} from './ringFixtures.ts';

const size = { width: 24, height: 24 };
const raster = (rings: Rings) => rasteriseRings(rings, size);

/** The pixels for which `rule` holds of the pixels of a and b. */
function combine(a: Uint8Array, b: Uint8Array, rule: (a: boolean, b: boolean) => boolean): Uint8Array {
  return a.map((value, i) => (rule(value !== 0, b[i] !== 0) ? 255 : 0));
}

/** How far pixel i's centre is from the nearest edge. */
function distanceToEdges(i: number, rings: Rings): number {
  const [x, y] = [(i % size.width) + 0.5, Math.floor(i / size.width) + 0.5];
  const distances = rings.flatMap((ring) =>
    ring.map((b, index) => {
      const a = ring.at(index - 1) ?? b;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const share = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.min(1, Math.max(0, share));
      return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
    }),
  );
  return Math.min(...distances);
}

function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(picture(actual, size.width)).toBe(picture(expected, size.width));
}

describe('normaliseRings', () => {
  test('a ring comes out filled and clockwise, whichever way it was drawn', () => {
    expect(normaliseRings([box(2, 3, 5, 4)])).toEqual([box(2, 3, 5, 4)]);
    expect(normaliseRings([reversed(box(2, 3, 5, 4))])).toEqual([box(2, 3, 5, 4)]);
  });

  test('keeps every pixel where edges cross in whole pixels', () => {
    fc.assert(
      fc.property(orthogonalRings(24), (rings) => {
        expectSame(raster(normaliseRings(rings)), naiveRaster(rings, size));
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  test('elsewhere moves nothing by more than the rounding of crossings, two pixels at most', () => {
    fc.assert(
      fc.property(anyRings(24), (rings) => {
        const expected = naiveRaster(rings, size);
        const pixels = raster(normaliseRings(rings));
        const differing = [...pixels.keys()].filter((i) => pixels[i] !== expected[i]);
        expect(differing.filter((i) => distanceToEdges(i, rings) > 2)).toEqual([]);
      }),
    );
  });

  test('brings any rings into normal form', () => {
    fc.assert(
      fc.property(anyRings(40), (rings) => {
        expect(normalFormFaults(normaliseRings(rings))).toEqual([]);
      }),
      { numRuns: propertyRuns(70) },
    );
  });

  test('never winds twice: inside is 1, outside 0', () => {
    fc.assert(
      fc.property(orthogonalRings(24), (rings) => {
        const normal = normaliseRings(rings);
        expectSame(raster([...normal, ...normal.map(reversed)]), raster([]));
        const around = reversed(box(-10, -10, 60, 60));
        expectSame(
          raster([...normal, around]),
          combine(raster(normal), raster([]), (inside) => !inside),
        );
      }),
    );
  });

  test('leaves a sliver as it is', () => {
    const sliver = [ringFrom(0, 0, 14, 40, 9, 26)];
    expect(normaliseRings(sliver)).toEqual(sliver);
    const spike = [ringFrom(0, 0, 33, 29, 38, 0, 35, 18, 32, 37)];
    expect(normaliseRings(spike)).toEqual(spike);
  });

  test('handles every nasty case without losing a pixel', () => {
    const wrong = Object.entries(nastyCases).filter(([name, { rings, size }]) => {
      const normal = normaliseRings(rings);
      const isSame = Buffer.compare(rasteriseRings(normal, size), rasteriseRings(rings, size)) === 0;
      return !isSame || (name !== '6,000 vertices' && normalFormFaults(normal).length > 0);
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('merges what touches along an edge, and leaves nothing of what has no area', () => {
    const normal = (name: string) => normaliseRings(nastyCases[name]?.rings ?? []);
    expect(normal('touching along an edge')).toEqual([box(5, 5, 20, 10)]);
    expect(normal('no area')).toEqual([]);
    expect(normal('touching at a vertex')).toHaveLength(2);
    expect(normal('hole in hole')).toHaveLength(3);
  });
});

describe('uniteRings, subtractRings, intersectRings', () => {
  test('are the set operations, pixel by pixel', () => {
    const normalForm = orthogonalRings(24).map(normaliseRings);
    fc.assert(
      fc.property(normalForm, normalForm, (a, b) => {
        const [pixelsA, pixelsB] = [raster(a), raster(b)];
        expectSame(
          raster(uniteRings(a, b)),
          combine(pixelsA, pixelsB, (inA, inB) => inA || inB),
        );
        expectSame(
          raster(subtractRings(a, b)),
          combine(pixelsA, pixelsB, (inA, inB) => inA && !inB),
        );
        expectSame(
          raster(intersectRings(a, b)),
          combine(pixelsA, pixelsB, (inA, inB) => inA && inB),
        );
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  test('give normal form', () => {
    fc.assert(
      fc.property(anyRings(40), anyRings(40), (a, b) => {
        const results = [uniteRings, subtractRings, intersectRings].map((operate) => operate(a, b));
        expect(results.flatMap(normalFormFaults)).toEqual([]);
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

describe('clipRings', () => {
  test('keeps what is in the rectangle and nothing else', () => {
    fc.assert(
      fc.property(orthogonalRings(24), (rings) => {
        const clipped = clipRings(rings, { x: 3, y: 5, width: 14, height: 9 });
        const inRect = raster([box(3, 5, 14, 9)]);
        expectSame(
          raster(clipped),
          combine(raster(rings), inRect, (a, b) => a && b),
        );
        const outside = clipped.flat().filter(({ x, y }) => x < 3 || y < 5 || x > 17 || y > 14);
        expect(outside).toEqual([]);
      }),
    );
  });

  test('leaves no vertex outside where edges cross its sides at a narrow angle', () => {
    const clipped = clipRings([ringFrom(11, 32, 39, 19, 41, 27, 0, 28, 23, 26, 12, 41)], {
      x: 0,
      y: 0,
      width: 40,
      height: 40,
    });
    expect(normalFormFaults(clipped)).toEqual([]);
    expect(clipped.flat().filter(({ x, y }) => x < 0 || y < 0 || x > 40 || y > 40)).toEqual([]);
    expect(clipped.flat()).toContainEqual({ x: 40, y: 23 });
  });
});
