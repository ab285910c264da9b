import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf } from '../../../../src/model/geometry/rect.ts';
import { ellipseRing } from '../../../../src/model/geometry/rings/ellipseRing.ts';
import { nearestEdge } from '../../../../src/model/geometry/rings/hitRings.ts';
import { normaliseRings } from '../../../../src/model/geometry/rings/normaliseRings.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { box, ringFrom } from './ringFixtures.ts';

const rect = fc.record({
  x: fc.integer({ min: -50, max: 50 }),
  y: fc.integer({ min: -50, max: 50 }),
  width: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2000 })),
  height: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2000 })),
});

test('it stays within half a px of the ellipse, in the bounds of the rectangle', () => {
  fc.assert(
    fc.property(rect, fc.integer({ min: 0, max: 360 }), (bounds, turn) => {
      const ring = ellipseRing(bounds);
      const onEllipse = Array.from({ length: 60 }, (_, i) => {
        const angle = ((i * 6 + turn / 60) * Math.PI) / 180;
        return {
          x: bounds.x + (bounds.width / 2) * (1 + Math.cos(angle)),
          y: bounds.y + (bounds.height / 2) * (1 + Math.sin(angle)),
        };
      });
      const distances = onEllipse.map((point) => nearestEdge(point, [ring])?.distance ?? Infinity);
      expect(Math.max(...distances)).toBeLessThanOrEqual(0.5 + 1e-9);
      expect(boundsOf(ring)).toEqual(bounds);
    }),
    { numRuns: propertyRuns(50) },
  );
});

test('it is the same mirrored either way', () => {
  fc.assert(
    fc.property(rect, (bounds) => {
      const ring = ellipseRing(bounds);
      const keys = new Set(ring.map(({ x, y }) => `${x},${y}`));
      const mirrored = ring.flatMap(({ x, y }) => [
        `${2 * bounds.x + bounds.width - x},${y}`,
        `${x},${2 * bounds.y + bounds.height - y}`,
      ]);
      expect(mirrored.filter((key) => !keys.has(key))).toEqual([]);
    }),
    { numRuns: propertyRuns(25) },
  );
});

test.each([
  ['a pixel', 1, 1, box(0, 0, 1, 1)],
  ['two px across', 2, 2, ringFrom(1, 0, 2, 1, 1, 2, 0, 1)],
  ['five px across', 5, 5, ringFrom(1, 0, 4, 0, 5, 1, 5, 4, 4, 5, 1, 5, 0, 4, 0, 1)],
])('%s', (_name, width, height, expected) => {
  expect(normaliseRings([ellipseRing({ x: 0, y: 0, width, height })])).toEqual(normaliseRings([expected]));
});

test('it has more vertices the larger it is, yet not many', () => {
  const counts = [20, 100, 1000, 4000].map((side) => {
    return ellipseRing({ x: 0, y: 0, width: side, height: side }).length;
  });
  expect(counts).toEqual([12, 28, 68, 116]);
});

test('nothing is left of one without width or height', () => {
  expect(ellipseRing({ x: 3, y: 3, width: 0, height: 9 })).toEqual([]);
  expect(ellipseRing({ x: 3, y: 3, width: 9, height: 0 })).toEqual([]);
});
