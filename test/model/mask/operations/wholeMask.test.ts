import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startAtTop } from '../../../../src/model/geometry/polygon.ts';
import { borderRegion, clearMask, invertMask } from '../../../../src/model/mask/operations/wholeMask.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';
import { documentWith, rectRing, regionOf, regionsFromTop } from '../../document/sampleDocuments.ts';
import {
  anyRegions,
  combinePictures,
  distanceToRings,
  maskPicture,
  orthogonalDocument,
  pixelCentres,
} from './oracle.ts';

const image = { width: 40, height: 30 };
const hidden = regionOf(2, [rectRing(5, 5, 9, 9)], true);

describe('the whole mask', () => {
  test('inverts to one region, and leaves hidden ones', () => {
    const document = documentWith({
      image,
      regions: [regionOf(1, [rectRing(-5, 0, 10, 30)]), hidden, regionOf(3, [rectRing(20, 0, 50, 30)])],
    });
    expect(regionsFromTop(invertMask(document))).toEqual([hidden, regionOf(3, [rectRing(10, 0, 20, 30)])]);
  });

  test('inverts an empty mask to the whole image, and that to an empty mask', () => {
    const all = invertMask(documentWith({ image }));
    expect(regionsFromTop(all)).toEqual([regionOf(1, [rectRing(0, 0, 40, 30)])]);
    expect(invertMask(all).regions).toEqual([]);
  });

  test('inverts every pixel of the image, and inverted twice has the same ones', () => {
    fc.assert(
      fc.property(orthogonalDocument, (document) => {
        const inverted = invertMask(document);
        const opposite = combinePictures([maskPicture(document)], ([isIn]) => isIn === false);
        expect(maskPicture(inverted)).toBe(opposite);
        expect(maskPicture(invertMask(inverted))).toBe(maskPicture(document));
      }),
      { numRuns: propertyRuns(12) },
    );
  });

  test('inverts twice to the same pixels but those that an outline passes, where it rounds', () => {
    fc.assert(
      fc.property(anyRegions, (document) => {
        const [before, after] = [document, invertMask(invertMask(document))].map(maskPicture);
        const outlines = document.regions.flatMap(({ rings }) => rings);
        const wrong = pixelCentres.filter(
          ({ at, centre }) => before?.[at] !== after?.[at] && distanceToRings(centre, outlines) > 1,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: propertyRuns(12) },
    );
  });

  test('clears what is visible', () => {
    const document = documentWith({ image, regions: [regionOf(1, [rectRing(0, 0, 9, 9)]), hidden] });
    expect(clearMask(document).regions).toEqual([hidden]);
    const cleared = clearMask(document);
    expect(clearMask(cleared)).toBe(cleared);
  });

  test("masks a border inside the image's edges", () => {
    const [region] = regionsFromTop(borderRegion(documentWith({ image }), 4));
    expect(region?.rings).toHaveLength(2);
    expect(region?.rings).toContainEqual(rectRing(0, 0, 40, 30));
    expect(region?.rings).toContainEqual(startAtTop(rectRing(4, 4, 36, 26).toReversed()));
  });

  test('masks all of the image with a border of half its height, and nothing with one of 0 px', () => {
    const document = documentWith({ image });
    expect(regionsFromTop(borderRegion(document, 15))).toEqual([regionOf(1, [rectRing(0, 0, 40, 30)])]);
    expect(borderRegion(document, 0)).toBe(document);
  });

  test('does nothing to a document without an image', () => {
    const document = documentWith({ image: null });
    expect([invertMask(document), borderRegion(document, 5)]).toEqual([document, document]);
  });
});
