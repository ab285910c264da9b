import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import fc from 'fast-check';
import { decode } from 'fast-png';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { MaskEncoding } from '../../../src/contract/model.ts';
import { rasteriseRings } from '../../../src/model/geometry/rings/rasteriseRings.ts';
import { crc32 } from '../../../src/model/mask/crc32.ts';
import { encodeMaskPng } from '../../../src/model/mask/encodeMaskPng.ts';
import { star } from '../geometry/rings/ringFixtures.ts';

const size = { width: 37, height: 23 };
const pixels = rasteriseRings([star(9, { x: 18, y: 11 }, 12)], size);

function encode(encoding: MaskEncoding, of = pixels, frame = size): Promise<Uint8Array> {
  return encodeMaskPng(of, frame, encoding, promisify(deflate));
}

/** Brightness and opacity in turn. */
function withAlpha(values: Uint8Array): number[] {
  return [...values].flatMap((value) => [value, value]);
}

describe('encodeMaskPng', () => {
  test('by luminance: 8-bit greyscale, white on opaque black', async () => {
    const image = decode(await encode('luminance'), { checkCrc: true });
    expect(image).toMatchObject({ ...size, depth: 8, channels: 1 });
    expect(image.data).toEqual(pixels);
  });

  test('by alpha: 8-bit greyscale with alpha, opaque white on clear black', async () => {
    const image = decode(await encode('alpha'), { checkCrc: true });
    expect(image).toMatchObject({ ...size, depth: 8, channels: 2 });
    expect([...image.data]).toEqual(withAlpha(pixels));
  });

  test('another decoder reads the same', async () => {
    const luminance = await sharp(await encode('luminance'))
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    expect(new Uint8Array(luminance)).toEqual(pixels);
    const { data, info } = await sharp(await encode('alpha'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const channel = (offset: number) => data.filter((_, i) => i % info.channels === offset);
    expect([...channel(0)]).toEqual([...pixels]);
    expect([...channel(info.channels - 1)]).toEqual([...pixels]);
    expect(await sharp(await encode('alpha')).metadata()).toMatchObject({ hasAlpha: true, depth: 'uchar' });
    expect(await sharp(await encode('luminance')).metadata()).toMatchObject({
      hasAlpha: false,
      depth: 'uchar',
    });
  });

  test('keeps every pixel of any mask', async () => {
    const mask = fc
      .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
      .chain((frame) =>
        fc.record({
          frame: fc.constant(frame),
          of: fc
            .array(fc.constantFrom(0, 255), {
              minLength: frame.width * frame.height,
              maxLength: frame.width * frame.height,
            })
            .map((values) => Uint8Array.from(values)),
        }),
      );
    await fc.assert(
      fc.asyncProperty(mask, async ({ frame, of }) => {
        expect(decode(await encode('luminance', of, frame)).data).toEqual(of);
        expect([...decode(await encode('alpha', of, frame)).data]).toEqual(withAlpha(of));
      }),
    );
  });
});

describe('crc32', () => {
  test('gives the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
