import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PixelQuestion } from '../../../src/model/pixels/pixelQuestion.ts';
import type { Pixels } from '../../../src/model/pixels/pixels.ts';
import { similarPixels } from '../../../src/model/pixels/similarPixels.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { type Palette, pixelsOf, rowsOf } from './drawnPixels.ts';

const palette: Palette = {
  a: [100, 100, 100, 255],
  b: [110, 100, 90, 255],
  c: [100, 100, 111, 255],
  d: [100, 100, 100, 244],
  z: [0, 200, 0, 255],
};

const plain = { tolerance: 10, isContiguous: true, sampleSize: 1 };

function similar(rows: readonly string[], question: Partial<PixelQuestion>) {
  return rowsOf(similarPixels(pixelsOf(rows, palette), { ...plain, at: { x: 0, y: 0 }, ...question }));
}

describe('similar pixels', () => {
  test('are those within the tolerance in every channel, alpha among them', () => {
    expect(similar(['abcdz'], { isContiguous: false })).toEqual(['##...']);
    expect(similar(['abcdz'], { isContiguous: false, tolerance: 11 })).toEqual(['####.']);
    expect(similar(['abcdz'], { isContiguous: false, tolerance: 0 })).toEqual(['#....']);
    expect(similar(['abcdz'], { isContiguous: false, tolerance: 255 })).toEqual(['#####']);
  });

  test('are connected over sides, not corners, unless all are asked for', () => {
    const rows = ['aazaz', 'zaaza', 'zzaaa'];
    expect(similar(rows, {})).toEqual(['##...', '.##.#', '..###']);
    expect(similar(rows, { isContiguous: false })).toEqual(['##.#.', '.##.#', '..###']);
  });

  test('are like the mean of the sampled square, as far as it is in the picture', () => {
    const rows = ['ab', 'bb'];
    expect(similar(rows, { tolerance: 2 })).toEqual(['#.', '..']);
    expect(similar(rows, { tolerance: 3, sampleSize: 3, isContiguous: false })).toEqual(['.#', '##']);
  });

  test('hold the picked pixel itself where they are connected to it, even if it is unlike the mean', () => {
    expect(similar(['ab', 'bb'], { tolerance: 3, sampleSize: 3 })).toEqual(['##', '##']);
  });

  test('beside the picture are none', () => {
    for (const at of [
      { x: -1, y: 0 },
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ]) {
      expect(similar(['a'], { at })).toEqual(['.']);
    }
  });

  test('are near in each channel alone, whatever the bytes before them, up to its first and last value', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 1, 254, 255));
    const colours = fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: 20 });
    const byteOffset = fc.nat(5);
    fc.assert(
      fc.property(colours, fc.integer({ min: 0, max: 255 }), byteOffset, (drawn, tolerance, offset) => {
        const data = new Uint8ClampedArray(new ArrayBuffer(drawn.length * 4 + offset), offset);
        data.set(drawn.flat());
        const isNear = (colour: readonly number[]) =>
          colour.every((channel, index) => Math.abs(channel - (drawn[0]?.[index] ?? 0)) <= tolerance);
        const question = { ...plain, at: { x: 0, y: 0 }, tolerance, isContiguous: false };
        const { bits } = similarPixels({ width: drawn.length, height: 1, data }, question);
        expect([...bits]).toEqual(drawn.map((colour) => (isNear(colour) ? 1 : 0)));
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  test('are what a pixel-by-pixel search finds', () => {
    const picture = fc
      .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
      .chain(({ width, height }) =>
        fc.record({
          width: fc.constant(width),
          height: fc.constant(height),
          greys: fc.array(fc.integer({ min: 0, max: 3 }), {
            minLength: width * height,
            maxLength: width * height,
          }),
          at: fc.record({ x: fc.nat(width - 1), y: fc.nat(height - 1) }),
        }),
      );
    fc.assert(
      fc.property(picture, fc.boolean(), ({ width, height, greys, at }, isContiguous) => {
        const data = new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, 255]));
        const pixels = { width, height, data };
        const question = { at, tolerance: 1, isContiguous, sampleSize: 1 };
        expect([...similarPixels(pixels, question).bits]).toEqual(searched(pixels, question));
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

/** Marks neighbours of marked pixels until nothing changes. */
function searched({ width, height, data }: Pixels, { at, tolerance, isContiguous }: PixelQuestion): number[] {
  const first = at.y * width + at.x;
  const isNear = (pixel: number) => Math.abs((data[pixel * 4] ?? 0) - (data[first * 4] ?? 0)) <= tolerance;
  const pixels = Array.from({ length: width * height }, (_, pixel) => pixel);
  const found = new Set(isContiguous ? [first] : pixels.filter(isNear));
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const pixel of pixels.filter(isNear)) {
      const column = pixel % width;
      const beside = [column > 0 ? pixel - 1 : -1, column < width - 1 ? pixel + 1 : -1];
      if ([...beside, pixel - width, pixel + width].some((neighbour) => found.has(neighbour)))
        found.add(pixel);
    }
  }
  return pixels.map((pixel) => (found.has(pixel) ? 1 : 0));
}
