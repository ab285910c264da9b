import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/model/document/document.ts';
import { visibleRings } from '../../../src/model/document/region.ts';
import { type AddedRegions, addRegion, setRegionHidden } from '../../../src/model/document/regions.ts';
import { normaliseRings } from '../../../src/model/geometry/rings/normaliseRings.ts';
import type { Rings } from '../../../src/model/geometry/rings/ring.ts';
import { applyShape, type CombineMode } from '../../../src/model/mask/applyShape.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import {
  box,
  naiveRaster,
  normalFormFaults,
  orthogonalRings,
  picture,
  reversed,
} from '../geometry/rings/ringFixtures.ts';

const side = 24;
const size = { width: side, height: side };

function maskOf(...shapes: readonly Rings[]): Document {
  const blank: Document = { image: null, canvas: size, placement: { x: 0, y: 0, ...size }, regions: [] };
  return shapes.reduce(addRegion, blank);
}

const two = maskOf([box(2, 2, 8, 8)], [box(14, 2, 8, 8)]);

function outcome({ document, regionIds }: AddedRegions) {
  return { regionIds, left: document.regions.map(({ id, rings }) => [id, rings]) };
}

const [first, second] = two.regions.map(({ rings }) => rings);

describe('a shape', () => {
  test('makes a region of its own', () => {
    const applied = applyShape(two, [box(4, 4, 2, 2)], 'new');
    expect(outcome(applied)).toEqual({
      regionIds: ['region-3'],
      left: [
        ['region-1', first],
        ['region-2', second],
        ['region-3', [box(4, 4, 2, 2)]],
      ],
    });
  });

  test('joins all that it touches into the first of them', () => {
    const applied = applyShape(two, [box(8, 4, 8, 2)], 'add');
    expect(applied.regionIds).toEqual(['region-1']);
    expect(applied.document.regions.map(({ id, name }) => [id, name])).toEqual([['region-1', 'Region 1']]);
  });

  test('added where it touches nothing is a region of its own', () => {
    expect(applyShape(two, [box(11, 4, 2, 2)], 'add').regionIds).toEqual(['region-3']);
  });

  test('is cut out of all regions', () => {
    expect(outcome(applyShape(two, [box(0, 0, side, 6)], 'subtract'))).toEqual({
      regionIds: ['region-1', 'region-2'],
      left: [
        ['region-1', [box(2, 6, 8, 4)]],
        ['region-2', [box(14, 6, 8, 4)]],
      ],
    });
  });

  test('removes a region that it leaves nothing of', () => {
    const kept = applyShape(two, [box(0, 0, 6, 6)], 'intersect');
    expect(outcome(kept)).toEqual({ regionIds: ['region-1'], left: [['region-1', [box(2, 2, 4, 4)]]] });
    const cut = applyShape(two, [box(0, 0, 12, 12)], 'subtract');
    expect(outcome(cut)).toEqual({ regionIds: [], left: [['region-2', second]] });
  });

  test.each([
    ['cut out where there is nothing', [box(11, 0, 2, 20)], 'subtract'],
    ['around all that is there', [box(0, 0, side, side)], 'intersect'],
    ['without an area', normaliseRings([box(2, 2, 4, 0)]), 'add'],
  ] as const)('%s changes nothing: the document is the same object', (_name, shape, mode) => {
    expect(applyShape(two, shape, mode)).toEqual({ document: two, regionIds: [] });
    expect(applyShape(two, shape, mode).document).toBe(two);
  });

  test('added where a region is already changes nothing', () => {
    const applied = applyShape(two, [box(4, 4, 2, 2)], 'add');
    expect(applied).toEqual({ document: two, regionIds: ['region-1'] });
    expect(applied.document).toBe(two);
  });

  test('in the hole of a region does not touch it', () => {
    const holed = maskOf([box(2, 2, 20, 20), reversed(box(6, 6, 12, 12))]);
    expect(applyShape(holed, [box(8, 8, 4, 4)], 'subtract').document).toBe(holed);
    expect(applyShape(holed, [box(8, 8, 4, 4)], 'add').regionIds).toEqual(['region-2']);
  });

  test('leaves hidden regions alone', () => {
    const hidden = setRegionHidden(two, 'region-1', true);
    for (const mode of ['add', 'subtract', 'intersect'] as const) {
      const { document } = applyShape(hidden, [box(0, 0, 18, 18)], mode);
      expect(document.regions[0]).toBe(hidden.regions[0]);
    }
  });
});

/** What each mode does to a pixel of the mask, and to the shape's. */
const onPixels: Record<CombineMode, (masked: boolean, drawn: boolean) => boolean> = {
  new: (masked, drawn) => masked || drawn,
  add: (masked, drawn) => masked || drawn,
  subtract: (masked, drawn) => masked && !drawn,
  intersect: (masked, drawn) => masked && drawn,
};

test.each(Object.entries(onPixels) as [CombineMode, (typeof onPixels)[CombineMode]][])(
  '%s does to the mask what it does to its pixels, and keeps to normal form',
  (mode, onPixel) => {
    fc.assert(
      fc.property(
        fc.array(orthogonalRings(side), { maxLength: 3 }),
        orthogonalRings(side),
        (regions, shape) => {
          const before = maskOf(...regions);
          const { document } = applyShape(before, normaliseRings(shape), mode);
          const drawn = naiveRaster(shape, size);
          fc.pre(drawn.includes(255));
          const masked = naiveRaster(visibleRings(before.regions), size);
          const expected = masked.map((value, i) => (onPixel(value > 0, drawn[i] === 255) ? 255 : 0));
          expect(picture(naiveRaster(visibleRings(document.regions), size), side)).toBe(
            picture(expected, side),
          );
          expect(document.regions.flatMap(({ rings }) => normalFormFaults(rings))).toEqual([]);
        },
      ),
      { numRuns: propertyRuns(25) },
    );
  },
);
