import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packAnswer, packCall, unpackAnswer, unpackCall } from '../../src/workers/packMessage.ts';
import { isVertices, packVertices, unpackVertices } from '../../src/workers/packVertices.ts';

const count = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const vertices = fc.array(
  fc.record(
    { regionId: fc.oneof(fc.constant('region-1'), fc.string()), ring: count, index: count },
    { noNullPrototype: true },
  ),
);

test('vertices come back exactly, of however many regions', () => {
  fc.assert(
    fc.property(vertices, (given) => {
      expect(unpackVertices(structuredClone(packVertices(given)))).toEqual(given);
    }),
  );
});

test('vertices of a call and of its answer are packed wherever they stand, and come back', () => {
  fc.assert(
    fc.property(vertices, (some) => {
      const given = [{ selection: { regionIds: ['region-1'], vertices: some } }, [some, some]];
      const { args } = packCall(given);
      expect(JSON.stringify(args).includes('"ring"')).toBe(false);
      expect(unpackCall(structuredClone(args)).args).toEqual(given);
      expect(unpackAnswer(structuredClone(packAnswer(given, [])), [])).toEqual(given);
    }),
  );
});

test.each([
  ['another field', { regionId: 'a', ring: 0, index: 1, point: { x: 1, y: 2 } }],
  ['a fraction', { regionId: 'a', ring: 0, index: 0.5 }],
  ['a negative number', { regionId: 'a', ring: -1, index: 0 }],
  ['more than 32 bits', { regionId: 'a', ring: 0, index: 2 ** 32 }],
  ['a field too few', { regionId: 'a', ring: 0 }],
])('a list with %s is none of vertices, and comes as it is', (_what, other) => {
  const given = [[{ regionId: 'a', ring: 0, index: 0 }, other]];
  expect(isVertices(given[0])).toBe(false);
  expect(unpackCall(structuredClone(packCall(given).args)).args).toEqual(given);
});
