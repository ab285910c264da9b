import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../src/model/geometry/point.ts';
import { dropStraightVertices, startAtTop } from '../../../src/model/geometry/polygon.ts';
import { rasteriseRings } from '../../../src/model/geometry/rings/rasteriseRings.ts';
import type { Ring, Rings } from '../../../src/model/geometry/rings/ring.ts';
import type { PixelMask } from '../../../src/model/pixels/pixels.ts';
import { traceMask } from '../../../src/model/pixels/traceMask.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { pixelMaskOf } from './drawnPixels.ts';

const masks: fc.Arbitrary<PixelMask> = fc
  .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 1), { minLength: width * height, maxLength: width * height })
      .map((bits) => ({ width, height, bits: Uint8Array.from(bits) })),
  );

/** The rings as text, each from its top-left vertex, in reading order. */
function sorted(rings: Rings): string[] {
  return rings.map((ring) => startAtTop(ring).map(keyOf).join(' ')).sort();
}

const keyOf = ({ x, y }: Point) => `${x},${y}`;

function isTouchingItself(ring: Ring): boolean {
  return new Set(ring.map(keyOf)).size < ring.length;
}

describe('a traced mask', () => {
  test('has a clockwise ring around an area and a counter-clockwise one around its hole', () => {
    expect(sorted(traceMask(pixelMaskOf(['###', '#.#', '###'])))).toEqual([
      '0,0 3,0 3,3 0,3',
      '1,1 1,2 2,2 2,1',
    ]);
  });

  test('has two rings where pixels touch at a corner only', () => {
    expect(sorted(traceMask(pixelMaskOf(['#.', '.#'])))).toEqual(['0,0 1,0 1,1 0,1', '1,1 2,1 2,2 1,2']);
  });

  test('has a hole that touches the outside at a corner as a ring of its own', () => {
    expect(sorted(traceMask(pixelMaskOf(['##.', '#.#', '###'])))).toEqual([
      '0,0 2,0 2,1 3,1 3,3 0,3',
      '1,1 1,2 2,2 2,1',
    ]);
  });

  test('is empty where nothing is chosen', () => {
    expect(traceMask(pixelMaskOf(['..', '..']))).toEqual([]);
  });

  test('gives the same pixels when it is rasterised', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const pixels = rasteriseRings(traceMask(mask), mask);
        expect(Array.from(pixels, (value) => value / 255)).toEqual([...mask.bits]);
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  test('has rings that do not touch themselves and turn at every vertex', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const rings = traceMask(mask);
        expect(rings.filter(isTouchingItself)).toEqual([]);
        expect(rings.map(dropStraightVertices)).toEqual(rings);
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});
