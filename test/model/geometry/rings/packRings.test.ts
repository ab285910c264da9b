import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRings, unpackRings } from '../../../../src/model/geometry/rings/packRings.ts';
import { anyRings, star } from './ringFixtures.ts';

const far = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
const farRings = fc.array(fc.array(fc.record({ x: far, y: far })));

test('packed rings come back exactly, wherever they are', () => {
  fc.assert(
    fc.property(fc.oneof(anyRings(12), farRings), (rings) => {
      expect(unpackRings(packRings(rings))).toEqual(rings);
    }),
  );
});

test.each([
  ['none', []],
  ['an empty one', [[]]],
  ['one of a single vertex, at a step that needs another byte', [[{ x: 64, y: -65 }], [{ x: 0, y: 8192 }]]],
])('%s comes back too', (_name, rings) => {
  expect(unpackRings(packRings(rings))).toStrictEqual(rings);
});

test('6,000 vertices take less than 25 kB', () => {
  expect(packRings([star(6000, { x: 2000, y: 2000 }, 1900)]).length).toBeLessThan(25_000);
});
