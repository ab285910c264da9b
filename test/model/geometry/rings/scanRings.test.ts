import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPixels, rasteriseRings } from '../../../../src/model/geometry/rings/rasteriseRings.ts';
import type { Rings } from '../../../../src/model/geometry/rings/ring.ts';
import { scanRings } from '../../../../src/model/geometry/rings/scanRings.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { anyRings, box, naiveRaster, nastyCases, picture, reversed, ringFrom, star } from './ringFixtures.ts';

const size = { width: 20, height: 16 };

function spansOf(rings: Rings): number[][] {
  const spans: number[][] = [];
  scanRings(rings, size, (y, xStart, xEnd) => spans.push([y, xStart, xEnd]));
  return spans;
}

describe('scanRings', () => {
  test('a pixel is inside when its centre is', () => {
    expect(spansOf([ringFrom(2.5, 1.5, 5.5, 1.5, 5.5, 3.5, 2.5, 3.5)])).toEqual([
      [1, 2, 5],
      [2, 2, 5],
    ]);
    expect(spansOf([ringFrom(2.6, 1.6, 5.4, 1.6, 5.4, 3.4, 2.6, 3.4)])).toEqual([[2, 3, 5]]);
  });

  test('rows come from the top, spans from the left, without overlaps and clipped to the frame', () => {
    const spans = spansOf([box(12, -5, 30, 7), box(-3, 1, 6, 1), box(1, 1, 4, 2)]);
    expect(spans).toEqual([
      [0, 12, 20],
      [1, 0, 5],
      [1, 12, 20],
      [2, 1, 5],
    ]);
  });

  test('rings are read together under the non-zero rule', () => {
    const hole = [box(0, 0, 6, 1), reversed(box(2, 0, 2, 1))];
    expect(spansOf(hole)).toEqual([
      [0, 0, 2],
      [0, 4, 6],
    ]);
    expect(countPixels([...hole, box(1, 0, 4, 1)], size)).toBe(6);
  });

  test('agrees with the naive winding number for any integer rings', () => {
    fc.assert(
      fc.property(anyRings(16), (rings) => {
        expect(picture(rasteriseRings(rings, size), 20)).toBe(picture(naiveRaster(rings, size), 20));
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  test('agrees with it for fractional rings whose edges keep off the centres', () => {
    const shift = (rings: Rings) =>
      rings.map((ring) => ring.map(({ x, y }) => ({ x: x + 0.37, y: y * 0.93 })));
    fc.assert(
      fc.property(anyRings(16).map(shift), (rings) => {
        expect(picture(rasteriseRings(rings, size), 20)).toBe(picture(naiveRaster(rings, size), 20));
      }),
    );
  });

  test('polygons that share an edge tile: each pixel belongs to exactly one', () => {
    const frame = fc.record({ x: fc.integer({ min: 1, max: 39 }), y: fc.integer({ min: 1, max: 31 }) });
    fc.assert(
      fc.property(frame, ({ x, y }) => {
        const [cx, cy] = [x / 2, y / 2];
        const corners = [0, 0, 20, 0, 20, 16, 0, 16];
        const triangles = [0, 2, 4, 6].map((i) => [
          ringFrom(
            cx,
            cy,
            corners[i] ?? 0,
            corners[i + 1] ?? 0,
            corners[(i + 2) % 8] ?? 0,
            corners[(i + 3) % 8] ?? 0,
          ),
        ]);
        const covers = triangles.map((rings) => rasteriseRings(rings, size));
        const timesCovered = Array.from(
          { length: 320 },
          (_, i) => covers.filter((pixels) => pixels[i]).length,
        );
        expect(timesCovered).toEqual(Array.from({ length: 320 }, () => 1));
      }),
    );
  });

  test('a ring and its reverse cover the same pixels', () => {
    fc.assert(
      fc.property(anyRings(16), ([ring = []]) => {
        expect(picture(rasteriseRings([reversed(ring)], size), 20)).toBe(
          picture(rasteriseRings([ring], size), 20),
        );
      }),
    );
  });

  test('counts what it fills, in every nasty case', () => {
    const wrong = Object.entries(nastyCases).filter(([, { rings, size }]) => {
      const filled = rasteriseRings(rings, size).reduce((count, value) => count + (value === 255 ? 1 : 0), 0);
      return countPixels(rings, size) !== filled;
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('a ring of 6,000 vertices covers its area', () => {
    const ring = star(6000, { x: 2048, y: 2048 }, 2000);
    const shoelace = ring.reduce((sum, b, i) => {
      const a = ring.at(i - 1) ?? b;
      return sum + (a.x * b.y - a.y * b.x) / 2;
    }, 0);
    const count = countPixels([ring], { width: 4096, height: 4096 });
    expect(Math.abs(count / shoelace - 1)).toBeLessThan(0.001);
  });
});
