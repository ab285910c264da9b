import { describe, expect, test } from 'vitest';
import { describeMask, readMask } from '../../../src/model/pixels/maskReading.ts';
import { type Palette, pixelsOf, rowsOf } from './drawnPixels.ts';

const palette: Palette = {
  k: [0, 0, 0, 255],
  w: [255, 255, 255, 255],
  r: [255, 0, 0, 255],
  g: [0, 255, 0, 255],
  b: [0, 0, 255, 255],
  h: [127, 127, 127, 255],
  t: [255, 255, 255, 0],
  s: [255, 255, 255, 100],
};

const picture = pixelsOf(['kwrgbh'], palette);

describe('a mask read from a picture', () => {
  test.each([
    ['luminance', '.#.#..'],
    ['red', '.##...'],
    ['green', '.#.#..'],
    ['blue', '.#..#.'],
    ['alpha', '######'],
    ['auto', '.#.#..'],
  ] as const)('by %s is what has at least the threshold', (channel, row) => {
    expect(rowsOf(readMask(picture, { channel, threshold: 128 }))).toEqual([row]);
  });

  test('has as much as the threshold lets in', () => {
    expect(rowsOf(readMask(picture, { channel: 'luminance', threshold: 127 }))).toEqual(['.#.#.#']);
    expect(rowsOf(readMask(picture, { channel: 'luminance', threshold: 0 }))).toEqual(['######']);
  });

  test('goes by alpha of itself where the picture is transparent somewhere', () => {
    const transparent = pixelsOf(['kwts'], palette);
    expect(rowsOf(readMask(transparent, { channel: 'auto', threshold: 128 }))).toEqual(['##..']);
    expect(rowsOf(readMask(transparent, { channel: 'luminance', threshold: 50 }))).toEqual(['.#.#']);
  });
});

describe('a picture', () => {
  test.each([
    ['black and white', 'kwkw', { channel: 'luminance', isBlackAndWhite: true }],
    ['colour', 'kwrw', { channel: 'luminance', isBlackAndWhite: false }],
    ['grey', 'khhw', { channel: 'luminance', isBlackAndWhite: false }],
    ['cut out', 'rgtt', { channel: 'alpha', isBlackAndWhite: true }],
    ['half transparent', 'rtss', { channel: 'alpha', isBlackAndWhite: false }],
  ])('in %s is described as a mask', (_name, row, description) => {
    expect(describeMask(pixelsOf([row], palette))).toEqual(description);
  });
});
