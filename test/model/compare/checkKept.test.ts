import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkKept, differingShare } from '../../../src/model/compare/checkKept.ts';
import { colourDifference, visibleDifference } from '../../../src/model/compare/colourDifference.ts';
import { cubeRoot } from '../../../src/model/compare/cubeRoot.ts';
import { heatDifferenceMax, writeHeat } from '../../../src/model/compare/heatScale.ts';
import { anyCompared, keptWhere, pixelAt, plainPixels } from './comparedPixels.ts';

const grey = [100, 100, 100, 255];

describe('the difference of two colours', () => {
  test('is 100 from black to white, 0 from a colour to itself, and the same both ways', () => {
    expect(colourDifference(0, 0, 0, 255, 255, 255)).toBeCloseTo(100, 4);
    expect(colourDifference(12, 200, 99, 12, 200, 99)).toBe(0);
    expect(colourDifference(255, 0, 0, 0, 0, 255)).toBe(colourDifference(0, 0, 255, 255, 0, 0));
  });

  test('is that of the published coordinates of red and blue', () => {
    // https://www.w3.org/TR/css-color-4/#ok-lab: oklab(0.62796 0.22486 0.12585) and oklab(0.45201 -0.03246 -0.31153).
    const expected = 100 * Math.hypot(0.62796 - 0.45201, 0.22486 + 0.03246, 0.12585 + 0.31153);
    expect(colourDifference(255, 0, 0, 0, 0, 255)).toBeCloseTo(expected, 1);
  });

  test('is built on cube roots that are right for all that comes of 8-bit colours', () => {
    const values = [0, 0.000015, 0.0003, 0.0156, 0.01563, 0.2, 0.999, 1, 1.0000001];
    const errors = values.map((value) => Math.abs(cubeRoot(value) - Math.cbrt(value)));
    expect(errors.filter((error) => error > 0.00002)).toEqual([]);
  });

  test('leaves a step of one unseen, and sees one that stands out', () => {
    expect(colourDifference(100, 100, 100, 101, 100, 100)).toBeLessThan(visibleDifference);
    expect(colourDifference(100, 100, 100, 110, 110, 110)).toBeGreaterThan(visibleDifference);
  });
});

describe('the check of the kept area', () => {
  test('counts the kept pixels that differ visibly, and takes the mean over all that are kept', () => {
    const original = plainPixels(4, 1, grey);
    const result = { ...plainPixels(4, 1, grey) };
    result.data.set([160, 100, 100], 0);
    result.data.set([101, 100, 100], 4);
    result.data.set([0, 255, 0], 12);
    const { kept, differing, meanDifference } = checkKept(
      result,
      original,
      keptWhere(4, 1, (x) => x < 3),
    );
    expect({ kept, differing }).toEqual({ kept: 3, differing: 1 });
    const sum =
      colourDifference(160, 100, 100, 100, 100, 100) + colourDifference(101, 100, 100, 100, 100, 100);
    expect(meanDifference).toBeCloseTo(sum / 3, 10);
  });

  test('finds nothing in a result that left all of it alone, whatever the rest became', () => {
    fc.assert(
      fc.property(anyCompared, ({ result, original, kept }) => {
        const data = new Uint8ClampedArray(result.data);
        for (const [at, bit] of kept.bits.entries()) {
          if (bit === 1) data.set(original.data.subarray(at * 4, at * 4 + 4), at * 4);
        }
        const check = checkKept({ ...result, data }, original, kept);
        expect(check).toMatchObject({ differing: 0, meanDifference: 0 });
        expect(differingShare(check)).toBe(0);
      }),
    );
  });

  test('shows on its maps where, and leaves clear what the image does not cover', () => {
    const original = plainPixels(4, 1, grey);
    original.data.set([0, 0, 0, 0], 0);
    const result = plainPixels(4, 1, grey);
    for (const x of [0, 1, 2]) result.data.set([0, 255, 0, 255], x * 4);
    const { difference, heat } = checkKept(
      result,
      original,
      keptWhere(4, 1, (x) => x > 1),
    );
    const strongest = [240, 249, 33, 255];
    expect([0, 1, 2, 3].map((at) => pixelAt(difference, at))).toEqual([
      [0, 0, 0, 0],
      strongest,
      strongest,
      [16, 17, 21, 255],
    ]);
    expect([0, 1, 2, 3].map((at) => pixelAt(heat, at))).toEqual([
      [16, 17, 21, 208],
      [16, 17, 21, 208],
      strongest,
      [16, 17, 21, 96],
    ]);
  });

  test('keeps a single differing pixel in sight on the smaller maps of a large canvas', () => {
    const [width, height] = [4096, 3];
    const original = plainPixels(width, height, grey);
    const result = plainPixels(width, height, grey);
    result.data.set([0, 255, 0, 255], (2 * width + 4095) * 4);
    const { heat } = checkKept(
      result,
      original,
      keptWhere(width, height, () => true),
    );
    expect({ width: heat.width, height: heat.height }).toEqual({ width: 2048, height: 2 });
    expect(pixelAt(heat, 2 * 2048 - 1)).toEqual([240, 249, 33, 255]);
    expect(pixelAt(heat, 2 * 2048 - 2)).toEqual([16, 17, 21, 96]);
  });
});

test('the heat scale grows ever lighter, so that it reads without colours', () => {
  const lightness = Array.from({ length: heatDifferenceMax + 5 }, (_, difference) => {
    const [red = 0, green = 0, blue = 0] = heatOf(difference);
    return colourDifference(red, green, blue, 0, 0, 0);
  });
  const rising = lightness.slice(0, heatDifferenceMax + 1);
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  expect(new Set(rising).size).toBe(rising.length);
  expect(heatOf(heatDifferenceMax + 4)).toEqual(heatOf(heatDifferenceMax));
});

function heatOf(difference: number): number[] {
  const pixel = new Uint8ClampedArray(4);
  writeHeat(pixel, 0, difference);
  return [...pixel];
}
