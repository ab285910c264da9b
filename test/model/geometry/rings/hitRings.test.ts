import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPointInRings, nearestEdge, nearestVertex } from '../../../../src/model/geometry/rings/hitRings.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { anyRings, box, naiveWinding, reversed, ringFrom } from './ringFixtures.ts';

const rings = [box(0, 0, 10, 10), reversed(box(2, 2, 4, 4))];

describe('isPointInRings', () => {
  test('a hole is outside, an overlap inside', () => {
    expect(isPointInRings({ x: 1, y: 1 }, rings)).toBe(true);
    expect(isPointInRings({ x: 3, y: 3 }, rings)).toBe(false);
    expect(isPointInRings({ x: 3, y: 3 }, [...rings, box(1, 1, 5, 5)])).toBe(true);
    expect(isPointInRings({ x: 3, y: 3 }, [])).toBe(false);
  });

  test('of two that share an edge, a point on it is in exactly one', () => {
    const [left, right] = [[box(0, 0, 5, 10)], [box(5, 0, 5, 10)]];
    expect(isPointInRings({ x: 5, y: 5 }, left)).toBe(false);
    expect(isPointInRings({ x: 5, y: 5 }, right)).toBe(true);
  });

  test('agrees with the naive winding number', () => {
    const half = fc.integer({ min: -4, max: 44 }).map((value) => value / 2);
    fc.assert(
      fc.property(anyRings(20), half, half, (any, x, y) => {
        expect(isPointInRings({ x, y }, any)).toBe(naiveWinding({ x, y }, any) !== 0);
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});

describe('nearestVertex', () => {
  test('names ring, index and distance', () => {
    expect(nearestVertex({ x: 9, y: 10 }, rings)).toEqual({ ring: 0, index: 2, distance: 1 });
    expect(nearestVertex({ x: 3, y: 2 }, rings)).toEqual({ ring: 1, index: 3, distance: 1 });
    expect(nearestVertex({ x: 3, y: 2 }, [])).toBeUndefined();
  });

  test('measures after stretching each axis by the scale', () => {
    const points = [ringFrom(4, 0, 0, 3)];
    expect(nearestVertex({ x: 0, y: 0 }, points)).toEqual({ ring: 0, index: 1, distance: 3 });
    expect(nearestVertex({ x: 0, y: 0 }, points, { x: 0.5, y: 1 })).toEqual({
      ring: 0,
      index: 0,
      distance: 2,
    });
  });
});

describe('nearestEdge', () => {
  test('names the edge by its first vertex, and the nearest point on it', () => {
    expect(nearestEdge({ x: 5, y: 12 }, rings)).toEqual({
      ring: 0,
      index: 2,
      point: { x: 5, y: 10 },
      distance: 2,
    });
  });

  test('takes the edge that closes the ring', () => {
    expect(nearestEdge({ x: -1, y: 4 }, rings)).toEqual({
      ring: 0,
      index: 3,
      point: { x: 0, y: 4 },
      distance: 1,
    });
  });

  test('measures after stretching each axis by the scale, and gives the point unstretched', () => {
    expect(nearestEdge({ x: 9, y: 8 }, [box(0, 0, 10, 10)], { x: 4, y: 1 })).toEqual({
      ring: 0,
      index: 2,
      point: { x: 9, y: 10 },
      distance: 2,
    });
  });

  test('is undefined where there are no edges', () => {
    expect(nearestEdge({ x: 0, y: 0 }, [[]])).toBeUndefined();
  });
});

test.each([
  ['vertex', nearestVertex],
  ['edge', nearestEdge],
])('within a reach the nearest %s is the same, and beyond it there is none', (_name, nearest) => {
  const place = fc.integer({ min: -4, max: 44 }).map((value) => value / 2);
  const factor = fc.constantFrom(0.5, 1, 3);
  fc.assert(
    fc.property(anyRings(20), place, place, factor, factor, fc.nat(12), (any, x, y, sx, sy, reach) => {
      const scale = { x: sx, y: sy };
      const hit = nearest({ x, y }, any, scale);
      const expected = hit !== undefined && hit.distance <= reach ? hit : undefined;
      expect(nearest({ x, y }, any, scale, reach)).toEqual(expected);
    }),
  );
});
