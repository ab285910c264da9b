import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseRings } from '../../../src/model/geometry/rings/normaliseRings.ts';
import { parseRegions, serialiseRegions } from '../../../src/model/mask/copiedRegions.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';
import { anyRings, naiveRaster } from '../geometry/rings/ringFixtures.ts';

const document = documentWith({ image: { width: 400, height: 300 } });
const frame = { width: 40, height: 40 };
const holed = [rectRing(-20, 0, 90, 90), rectRing(30, 30, 60, 60).toReversed()];
const apart = [rectRing(0, 0, 10, 10), rectRing(20, 0, 30, 10)];

describe('regions as text', () => {
  test('are the areas of a request, with names and shares beside them', () => {
    const text = serialiseRegions(
      [{ ...regionOf(1, apart), name: 'Eyes', isHidden: true }, regionOf(2, holed)],
      document,
    );
    const { kind, regions, areas } = JSON.parse(text);
    expect({ kind, regions, first: areas[0], count: areas.length }).toEqual({
      kind: 'upload-paint regions',
      regions: [
        { name: 'Eyes', isHidden: true, areaCount: 2 },
        { name: 'Region 2', areaCount: 1 },
      ],
      first: { width: 400, height: 300, points: [0, 0, 0, 10, 10, 10, 10, 0] },
      count: 3,
    });
  });

  test('come back as they were, holes, parts and names included', () => {
    fc.assert(
      fc.property(fc.array(anyRings(40), { maxLength: 3 }), (ringsOfEach) => {
        const regions = ringsOfEach
          .map((rings) => normaliseRings(rings))
          .filter((rings) => rings.length > 0)
          .map((rings, index) => ({ ...regionOf(index + 1, rings), isHidden: index === 1 }));
        const back = parseRegions(serialiseRegions(regions, document)) ?? [];
        const labels = (each: readonly { name: string; isHidden: boolean }[]) =>
          each.map(({ name, isHidden }) => ({ name, isHidden }));
        expect(labels(back)).toEqual(labels(regions));
        expect(back.map(({ rings }) => naiveRaster(rings, frame))).toEqual(
          regions.map(({ rings }) => naiveRaster(rings, frame)),
        );
      }),
      { numRuns: propertyRuns(10) },
    );
  });

  const own = JSON.parse(serialiseRegions([regionOf(1, apart)], document));
  test.each([
    ['prose', 'hello'],
    ['nothing', ''],
    ['a number', '12'],
    ['areas alone', JSON.stringify({ areas: own.areas })],
    ['another kind', JSON.stringify({ ...own, kind: 'other' })],
    ['a region without areas', JSON.stringify({ ...own, regions: [{ name: 'x', areaCount: 0 }] })],
    ['points that are no numbers', JSON.stringify(own).replace('[0,', '["0",')],
    ['points far out', JSON.stringify(own).replace('[0,', '[1e9,')],
    [
      'too many vertices',
      JSON.stringify({ ...own, areas: [{ width: 1, height: 1, points: Array(200_002).fill(1) }] }),
    ],
    ['too long a text', `${JSON.stringify(own)}${' '.repeat(6_000_000)}`],
    ['nested garbage', '['.repeat(100_000)],
  ])('are not read from %s', (_name, text) => {
    expect(parseRegions(text)).toBeUndefined();
  });
});
