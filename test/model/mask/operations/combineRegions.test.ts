import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../src/model/document/document.ts';
import {
  convertToOne,
  intersectRegions,
  subtractRegions,
  uniteRegions,
} from '../../../../src/model/mask/operations/combineRegions.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from '../../document/sampleDocuments.ts';
import { normalFormFaults } from '../../geometry/rings/ringFixtures.ts';
import { combinePictures, idsOf, maskPicture, orthogonalDocument, ringsPicture } from './oracle.ts';

const low = regionOf(1, [rectRing(0, 0, 20, 20)]);
const middle = regionOf(2, [rectRing(10, 0, 30, 20)]);
const hidden = regionOf(3, [rectRing(0, 0, 40, 40)], true);
const high = regionOf(4, [rectRing(15, 10, 40, 30)]);
const document = documentWith({ regions: [low, middle, hidden, high] });

const operations = {
  unite: { operate: uniteRegions, rule: (isIn: readonly boolean[]) => isIn.some(Boolean) },
  subtract: {
    operate: subtractRegions,
    rule: ([isLowest, ...others]: readonly boolean[]) => isLowest === true && !others.some(Boolean),
  },
  intersect: { operate: intersectRegions, rule: (isIn: readonly boolean[]) => isIn.every(Boolean) },
};

describe('combining regions', () => {
  test('unites into the lowest, whatever the order of the selection', () => {
    const rings = [rectRing(0, 0, 30, 20)];
    expect(regionsFromTop(uniteRegions(document, ['region-2', 'region-1']))).toEqual([
      { ...low, rings },
      hidden,
      high,
    ]);
  });

  test('subtracts all others from the lowest, and removes them', () => {
    expect(regionsFromTop(subtractRegions(document, ['region-4', 'region-2', 'region-1']))).toEqual([
      { ...low, rings: [rectRing(0, 0, 10, 20)] },
      hidden,
    ]);
  });

  test('keeps what all have in common in the lowest', () => {
    expect(regionsFromTop(intersectRegions(document, idsOf(document)))).toEqual([
      { ...low, rings: [rectRing(15, 10, 20, 20)] },
      hidden,
    ]);
  });

  test('removes all of them where nothing remains', () => {
    const apart = documentWith({ regions: [low, regionOf(2, [rectRing(30, 30, 40, 40)]), hidden] });
    expect(intersectRegions(apart, idsOf(apart)).regions).toEqual([hidden]);
  });

  test('needs two visible regions', () => {
    const isSame = Object.values(operations).map(
      ({ operate }) => operate(document, ['region-1', 'region-3', 'region-9']) === document,
    );
    expect(isSame).toEqual([true, true, true]);
  });

  test('converts all that is visible to one', () => {
    const one = convertToOne(document);
    expect(idsOf(one)).toEqual(['region-1', 'region-3']);
    expect(convertToOne(one)).toBe(one);
  });

  test.each(Object.entries(operations))(
    '%s has exactly the pixels that its name says',
    (_, { operate, rule }) => {
      fc.assert(
        fc.property(orthogonalDocument, (any: Document) => {
          fc.pre(any.regions.length > 1);
          const after = operate(any, idsOf(any));
          const pictures = any.regions.map((region) => ringsPicture(region.rings));
          expect(maskPicture(after)).toBe(combinePictures(pictures, rule));
          expect(after.regions.flatMap((region) => normalFormFaults(region.rings))).toEqual([]);
        }),
        { numRuns: propertyRuns(12) },
      );
    },
  );
});
