import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoreKept } from '../../../src/model/compare/restoreKept.ts';
import { forEachRowOfDistances } from '../../../src/model/compare/seamDistances.ts';
import type { PixelMask } from '../../../src/model/pixels/pixels.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { anyCompared, keptWhere, pixelAt, plainPixels, squaresByLooking } from './comparedPixels.ts';

const white = [255, 255, 255, 255];
const black = [0, 0, 0, 255];

function squaresOf(kept: PixelMask): number[] {
  const squares: number[] = [];
  forEachRowOfDistances(kept, (_, squared) => squares.push(...squared));
  return squares;
}

describe('distances to the seam', () => {
  test('are those that looking at all pixels finds', () => {
    fc.assert(
      fc.property(anyCompared, ({ kept }) => {
        expect(squaresOf(kept)).toEqual(squaresByLooking(kept));
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  test('are exact far from a single pixel', () => {
    const kept = keptWhere(70, 50, (x, y) => x !== 3 || y !== 45);
    expect(squaresOf(kept)).toEqual(squaresByLooking(kept));
  });
});

describe('restoring kept pixels', () => {
  test('leaves what was not to be kept the result’s, and brings back the rest by its distance', () => {
    fc.assert(
      fc.property(anyCompared, fc.integer({ min: 0, max: 6 }), (compared, feather) => {
        const { result, original, kept } = compared;
        const restored = restoreKept(result, original, kept, feather);
        for (const [at, squared] of squaresByLooking(kept).entries()) {
          const distance = Math.sqrt(squared);
          const pixel = pixelAt(restored, at);
          if (distance === 0) expect(pixel).toEqual(pixelAt(result, at));
          else if (distance >= feather + 0.5) expect(pixel).toEqual(pixelAt(original, at));
          else expect(isBetween(pixel, pixelAt(result, at), pixelAt(original, at))).toBe(true);
        }
      }),
    );
  });

  test('with no feather is a hard edge', () => {
    const restored = restoreKept(
      plainPixels(6, 1, black),
      plainPixels(6, 1, white),
      keptWhere(6, 1, (x) => x > 2),
      0,
    );
    expect(reds(restored.data)).toEqual([0, 0, 0, 255, 255, 255]);
  });

  test('with a feather rises evenly from the seam, half-way in its middle', () => {
    const restored = restoreKept(
      plainPixels(10, 1, black),
      plainPixels(10, 1, white),
      keptWhere(10, 1, (x) => x > 1),
      5,
    );
    // Shares of 0.1, 0.3, 0.5, 0.7 and 0.9, eased.
    expect(reds(restored.data)).toEqual([0, 0, 7, 55, 128, 200, 248, 255, 255, 255]);
  });

  test('never falls on the way from the seam, whatever the feather', () => {
    const kept = keptWhere(64, 64, (x, y) => x > 9 || y > 20);
    const distances = squaresByLooking(kept);
    for (const feather of [1, 2, 7, 40]) {
      const { data } = restoreKept(plainPixels(64, 64, black), plainPixels(64, 64, white), kept, feather);
      const outwards = [...distances.keys()].sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0));
      const rising = outwards.map((at) => data[at * 4] ?? 0);
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
    }
  });

  test('where all was to be kept is the original, and where nothing was, the result', () => {
    const [result, original] = [plainPixels(3, 3, black), plainPixels(3, 3, white)];
    expect(
      restoreKept(
        result,
        original,
        keptWhere(3, 3, () => true),
        40,
      ).data,
    ).toEqual(original.data);
    expect(
      restoreKept(
        result,
        original,
        keptWhere(3, 3, () => false),
        40,
      ).data,
    ).toEqual(result.data);
  });

  test('lays an original that is not opaque over the result', () => {
    const result = plainPixels(2, 1, black);
    const original = { width: 2, height: 1, data: Uint8ClampedArray.of(255, 255, 255, 0, 255, 255, 255, 51) };
    const { data } = restoreKept(
      result,
      original,
      keptWhere(2, 1, () => true),
      0,
    );
    expect([...data]).toEqual([0, 0, 0, 255, 51, 51, 51, 255]);
  });

  test('changes neither picture', () => {
    const [result, original] = [plainPixels(3, 3, black), plainPixels(3, 3, white)];
    restoreKept(
      result,
      original,
      keptWhere(3, 3, () => true),
      2,
    );
    expect([result, original]).toEqual([plainPixels(3, 3, black), plainPixels(3, 3, white)]);
  });
});

function reds(data: Uint8ClampedArray): number[] {
  return [...data].filter((_, index) => index % 4 === 0);
}

function isBetween(values: readonly number[], from: readonly number[], to: readonly number[]): boolean {
  return values.every((value, index) => {
    const ends = [from[index] ?? 0, to[index] ?? 0];
    return value >= Math.min(...ends) && value <= Math.max(...ends);
  });
}
