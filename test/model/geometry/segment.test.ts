import { expect, test } from 'vitest';
import { nearestOnSegment } from '../../../src/model/geometry/segment.ts';

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
