import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rect } from '../../../../src/model/geometry/rect.ts';
import { cropRings } from '../../../../src/model/geometry/rings/cropRings.ts';
import { vertexCount } from '../../../../src/model/geometry/rings/ring.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { anyRings, box, naiveWinding, star } from './ringFixtures.ts';

const rect: Rect = { x: 7, y: 9, width: 12, height: 8 };
const centres = Array.from({ length: rect.width * rect.height }, (_, i) => ({
  x: rect.x + (i % rect.width) + 0.5,
  y: rect.y + Math.floor(i / rect.width) + 0.5,
}));

test('in the rectangle rings go around every point as often as before', () => {
  fc.assert(
    fc.property(anyRings(30), (rings) => {
      const cropped = cropRings(rings, rect);
      expect(centres.map((point) => naiveWinding(point, cropped))).toEqual(
        centres.map((point) => naiveWinding(point, rings)),
      );
    }),
    { numRuns: propertyRuns(100) },
  );
});

test('of what lies beside it few vertices are left, and of what lies beyond one side none', () => {
  expect(vertexCount(cropRings([star(600, { x: 13, y: 13 }, 100)], rect))).toBeLessThan(12);
  expect(cropRings([star(600, { x: 300, y: 13 }, 100)], rect)).toEqual([]);
});

test('what lies within it stays as it is', () => {
  expect(cropRings([box(8, 10, 4, 4)], rect)).toEqual([box(8, 10, 4, 4)]);
});
