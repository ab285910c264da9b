import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from '../../../src/model/geometry/point.ts';
import { nearestOnSegment, squaredDistanceToSegment } from '../../../src/model/geometry/segment.ts';

test('the nearest point of a segment is beside the point, or the end it lies beyond', () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  expect(nearestOnSegment({ x: 3, y: 4 }, a, b)).toEqual({ x: 3, y: 0 });
  expect(nearestOnSegment({ x: -3, y: 4 }, a, b)).toEqual(a);
  expect(nearestOnSegment({ x: 13, y: 4 }, a, b)).toEqual(b);
  expect(nearestOnSegment({ x: 13, y: 4 }, b, b)).toEqual(b);
});

test('the distance to a segment is that to its nearest point', () => {
  const coordinate = fc.integer({ min: -9, max: 9 });
  const anyPoint = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(anyPoint, anyPoint, anyPoint, (point, a, b) => {
      const away = distance(point, nearestOnSegment(point, a, b));
      expect(Math.sqrt(squaredDistanceToSegment(point, a, b))).toBeCloseTo(away, 6);
    }),
  );
});
