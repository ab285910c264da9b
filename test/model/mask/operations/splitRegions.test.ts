import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendRegions } from '../../../../src/model/document/regions.ts';
import { uniteRegions } from '../../../../src/model/mask/operations/combineRegions.ts';
import { splitRegions } from '../../../../src/model/mask/operations/splitRegions.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from '../../document/sampleDocuments.ts';
import { anyRegions, idsOf, maskPicture } from './oracle.ts';

const hole = [
  { x: 2, y: 2 },
  { x: 2, y: 8 },
  { x: 8, y: 8 },
  { x: 8, y: 2 },
];
const framed = [rectRing(0, 0, 10, 10), hole];
const island = rectRing(4, 4, 6, 6);
const apart = rectRing(20, 0, 30, 10);

describe('splitting', () => {
  test('makes each part a region, with its own holes, and keeps the first where it is', () => {
    const other = regionOf(5, [rectRing(0, 20, 9, 29)]);
    const sky = { ...regionOf(2, [...framed, island, apart]), name: 'Sky' };
    const document = documentWith({ regions: [sky, other] });
    expect(regionsFromTop(splitRegions(document, ['region-2', 'region-5']))).toEqual([
      { ...sky, rings: framed },
      other,
      regionOf(6, [island]),
      regionOf(7, [apart]),
    ]);
  });

  test('is the same document where there is one part', () => {
    const document = documentWith({ regions: [regionOf(1, framed)] });
    expect(splitRegions(document, ['region-1'])).toBe(document);
  });

  test('covers the same pixels, as it does united again', () => {
    fc.assert(
      fc.property(anyRegions, (document) => {
        const split = splitRegions(document, idsOf(document));
        expect(maskPicture(split)).toBe(maskPicture(document));
        expect(maskPicture(uniteRegions(split, idsOf(split)))).toBe(
          maskPicture(uniteRegions(document, idsOf(document))),
        );
      }),
      { numRuns: propertyRuns(12) },
    );
  });
});

describe('pasting', () => {
  test('adds a numbered region for each, and tells which', () => {
    const document = documentWith({ regions: [regionOf(3, [apart])] });
    const pasted = appendRegions(document, [[island], [], [apart]]);
    expect(pasted).toEqual({
      document: { ...document, regions: [regionOf(3, [apart]), regionOf(4, [island]), regionOf(5, [apart])] },
      regionIds: ['region-4', 'region-5'],
    });
    expect(appendRegions(document, [])).toEqual({ document, regionIds: [] });
  });
});
