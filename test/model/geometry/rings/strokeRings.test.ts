import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../../src/model/geometry/point.ts';
import { normaliseRings } from '../../../../src/model/geometry/rings/normaliseRings.ts';
import { rasteriseRings } from '../../../../src/model/geometry/rings/rasteriseRings.ts';
import type { Disc } from '../../../../src/model/geometry/rings/strokeOutline.ts';
import { strokeRings } from '../../../../src/model/geometry/rings/strokeRings.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { normalFormFaults } from './ringFixtures.ts';
import { strokeFaults } from './strokeFixtures.ts';

const size = { width: 120, height: 90 };

function along(radius: number, ...points: readonly (readonly [number, number])[]): Disc[] {
  return points.map(([x, y]) => ({ x, y, radius }));
}

const coordinate = (max: number) => fc.double({ min: -20, max, noNaN: true });
const spot: fc.Arbitrary<Point> = fc.record({ x: coordinate(140), y: coordinate(110) });
const radius = fc.double({ min: 1, max: 25, noNaN: true });

/** A way of small steps that turns as it likes, as a hand's, or one that leaps. */
const hand: fc.Arbitrary<Point[]> = fc
  .record({
    start: spot,
    steps: fc.array(fc.record({ turn: coordinate(20), length: fc.integer({ min: 0, max: 12 }) }), {
      maxLength: 60,
    }),
  })
  .map(({ start, steps }) => {
    let [heading, at] = [0, start];
    return [
      start,
      ...steps.map(({ turn, length }) => {
        heading += turn / 20;
        at = { x: at.x + length * Math.cos(heading), y: at.y + length * Math.sin(heading) };
        return at;
      }),
    ];
  });
const way = fc.oneof(hand, fc.array(spot, { minLength: 1, maxLength: 12 }));

describe('a stroke covers every pixel within its radius less 1, and none beyond its radius plus 1', () => {
  test.each<[string, readonly Disc[]]>([
    ['a dot', along(10, [50, 40])],
    ['a dot between pixels', along(7.3, [50.5, 40.5])],
    ['a dot held for a while', along(10, [50, 40], [50, 40], [50, 40])],
    ['a straight line', along(6, [20, 20], [90, 60])],
    ['a line there and back again, and beyond its start', along(6, [50, 40], [90, 40], [20, 40])],
    ['a right angle', along(8, [20, 20], [90, 20], [90, 70])],
    ['a sharp zigzag, narrower than the brush', along(12, [20, 40], [80, 44], [22, 47], [82, 50])],
    ['a ring that closes around a hole', along(5, [20, 20], [90, 20], [90, 70], [20, 70], [20, 20])],
    ['steps far shorter than the radius', along(20, [50, 40], [51, 40], [51, 41], [50, 41], [49, 40])],
    ['one that leaves the image and comes back', along(9, [20, 20], [-80, 30], [-70, 300], [40, 80])],
    ['one that grows', [...along(3, [20, 40]), ...along(20, [80, 40])]],
    ['one that swells and shrinks', [...along(2, [20, 40]), ...along(15, [60, 40]), ...along(1, [100, 40])]],
    ['one whose end lies within its start', [...along(20, [50, 40]), ...along(5, [60, 40])]],
    ['one that comes out of its own start', [...along(20, [50, 40]), ...along(2, [60, 40], [110, 40])]],
    [
      'one pressed harder in one place',
      [...along(4, [50, 40]), ...along(9, [50, 40]), ...along(9, [80, 60])],
    ],
  ])('%s', (_name, discs) => {
    expect(strokeFaults(rasteriseRings(strokeRings(discs), size), size, discs)).toEqual([]);
  });

  test('any way of a brush of one width', () => {
    fc.assert(
      fc.property(way, radius, (points, each) => {
        const discs = points.map((point) => ({ ...point, radius: each }));
        expect(strokeFaults(rasteriseRings(strokeRings(discs), size), size, discs)).toEqual([]);
      }),
      { numRuns: propertyRuns(25), endOnFailure: true },
    );
  });

  test('any way of a brush whose width varies', () => {
    fc.assert(
      fc.property(way, fc.array(radius, { minLength: 61, maxLength: 61 }), (points, radii) => {
        const discs = points.map((point, index) => ({ ...point, radius: radii[index] ?? 1 }));
        expect(strokeFaults(rasteriseRings(strokeRings(discs), size), size, discs)).toEqual([]);
      }),
      { numRuns: propertyRuns(25), endOnFailure: true },
    );
  });

  test('a stroke of more discs than are taken at once', () => {
    const discs = Array.from({ length: 150 }, (_, i) => ({
      x: 60 + 40 * Math.cos(i) + 5 * Math.cos(i / 20),
      y: 45 + 30 * Math.sin(i * 1.3),
      radius: 2,
    }));
    expect(strokeFaults(rasteriseRings(strokeRings(discs), size), size, discs)).toEqual([]);
  });
});

test('even the smallest brush leaves something wherever it is pressed, and a valid shape', () => {
  fc.assert(
    fc.property(way, fc.double({ min: 0.01, max: 2, noNaN: true }), (points, each) => {
      const rings = normaliseRings(strokeRings(points.map((point) => ({ ...point, radius: each }))));
      expect(rings.length).toBeGreaterThan(0);
      expect(normalFormFaults(rings)).toEqual([]);
    }),
    { numRuns: propertyRuns(25), endOnFailure: true },
  );
});

test('a smooth stroke needs few vertices', () => {
  const discs = Array.from({ length: 500 }, (_, i) => ({
    x: i,
    y: 200 + 100 * Math.sin(i / 80),
    radius: 20,
  }));
  expect(strokeRings(discs).flat().length).toBeLessThan(150);
});
