import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { imageMimeTypes } from '../../../src/contract/imageType.ts';
import { orientedSize } from '../../../src/model/files/imageHeader.ts';
import { readImageHeader } from '../../../src/model/files/readImageHeader.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { hostileFiles } from './hostileFiles.ts';
import { exifWithOrientation, jpegWithOrientation, pngChunk, webpChunk } from './imageBytes.ts';

const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;

function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`public/samples/${name}`));
}

function plain(width = 30, height = 20) {
  return sharp({ create: { width, height, channels: 4, background: { r: 200, g: 90, b: 30, alpha: 0.5 } } });
}

/** Two frames of 30 × 10 px. */
function animated() {
  const pixels = Buffer.alloc(30 * 20 * 4, 255);
  pixels.fill(9, 0, 30 * 10 * 4);
  return sharp(pixels, { raw: { width: 30, height: 20, channels: 4, pageHeight: 10 }, animated: true });
}

async function bytesOf(image: { toBuffer(): Promise<Uint8Array> }): Promise<Uint8Array> {
  return new Uint8Array(await image.toBuffer());
}

const still = { orientation: 1, isAnimated: false };

describe('the size of', () => {
  test('real photographs', () => {
    expect(readImageHeader(sample('rocket.jpg'), 'image/jpeg')).toEqual({
      ...still,
      type: 'image/jpeg',
      width: 640,
      height: 427,
    });
    expect(readImageHeader(sample('coffee.png'), 'image/png')).toEqual({
      ...still,
      type: 'image/png',
      width: 600,
      height: 400,
    });
  });

  test('progressive JPEG', async () => {
    const bytes = await bytesOf(plain(301, 17).jpeg({ progressive: true }));
    expect(readImageHeader(bytes, 'image/jpeg')).toMatchObject({ width: 301, height: 17 });
  });

  test('every kind of WebP', async () => {
    const lossy = await bytesOf(plain().removeAlpha().webp());
    const lossless = await bytesOf(plain().webp({ lossless: true }));
    const extended = await bytesOf(plain().webp());
    const header = { ...still, type: 'image/webp', width: 30, height: 20 };
    expect([lossy, lossless, extended].map((bytes) => readImageHeader(bytes, 'image/webp'))).toEqual([
      header,
      header,
      header,
    ]);
  });

  test('a still GIF', async () => {
    const header = { ...still, type: 'image/gif', width: 30, height: 20 };
    expect(readImageHeader(await bytesOf(plain().gif()), 'image/gif')).toEqual(header);
  });
});

describe('animation is seen in', () => {
  test('GIF and WebP', async () => {
    const frame = { orientation: 1, isAnimated: true, width: 30, height: 10 };
    expect(readImageHeader(await bytesOf(animated().gif()), 'image/gif')).toMatchObject(frame);
    expect(readImageHeader(await bytesOf(animated().webp()), 'image/webp')).toMatchObject(frame);
  });

  test('PNG, by its animation control', () => {
    const png = sample('chelsea.png');
    const control = pngChunk('acTL', new Uint8Array(8));
    const bytes = new Uint8Array([...png.subarray(0, 33), ...control, ...png.subarray(33)]);
    expect(readImageHeader(bytes, 'image/png')).toMatchObject({ isAnimated: true, width: 451, height: 300 });
  });
});

describe('the orientation is read from', () => {
  test.each([true, false])('EXIF in JPEG (little-endian: %s)', (isLittle) => {
    const jpeg = sample('rocket.jpg');
    const read = orientations.map((each) =>
      readImageHeader(jpegWithOrientation(jpeg, each, isLittle), 'image/jpeg'),
    );
    expect(read).toEqual(
      orientations.map((orientation) => ({
        ...still,
        type: 'image/jpeg',
        width: 640,
        height: 427,
        orientation,
      })),
    );
  });

  test('EXIF in JPEG and WebP as another library writes it', async () => {
    const jpeg = await bytesOf(plain().jpeg().withMetadata({ orientation: 6 }));
    const webp = await bytesOf(plain().webp().withMetadata({ orientation: 8 }));
    expect(readImageHeader(jpeg, 'image/jpeg')).toMatchObject({ width: 30, height: 20, orientation: 6 });
    expect(readImageHeader(webp, 'image/webp')).toMatchObject({ width: 30, height: 20, orientation: 8 });
  });

  test('EXIF in WebP behind a chunk of odd length, and behind the prefix that some writers put before it', () => {
    const extended = webpChunk('VP8X', new Uint8Array([0x08, 0, 0, 0, 29, 0, 0, 19, 0, 0]));
    const exif = [...'Exif\0\0'].map((character) => character.charCodeAt(0));
    const bytes = new Uint8Array([
      ...new Uint8Array(12),
      ...extended,
      ...webpChunk('ICCP', new Uint8Array(3)),
      ...webpChunk('EXIF', new Uint8Array([...exif, ...exifWithOrientation(7, false)])),
    ]);
    expect(readImageHeader(bytes, 'image/webp')).toEqual({
      ...still,
      type: 'image/webp',
      width: 30,
      height: 20,
      orientation: 7,
    });
  });

  test('EXIF in PNG, after the image data too', () => {
    const png = sample('chelsea.png');
    const chunk = pngChunk('eXIf', exifWithOrientation(5, true));
    const bytes = new Uint8Array([...png.subarray(0, -12), ...chunk, ...pngChunk('IEND', new Uint8Array(0))]);
    expect(readImageHeader(bytes, 'image/png')).toMatchObject({ orientation: 5 });
  });

  test('no EXIF that is out of range or damaged: it counts as upright', () => {
    const jpeg = sample('rocket.jpg');
    const broken = jpegWithOrientation(jpeg, 6, true);
    broken.fill(0xee, 12, 20);
    const read = [jpegWithOrientation(jpeg, 0, true), jpegWithOrientation(jpeg, 9, false), broken];
    expect(read.map((bytes) => readImageHeader(bytes, 'image/jpeg'))).toEqual(
      read.map(() => ({ ...still, type: 'image/jpeg', width: 640, height: 427 })),
    );
  });
});

test('an image on its side is seen with its sides swapped', () => {
  const header = { type: 'image/jpeg', width: 40, height: 30, isAnimated: false } as const;
  const upright = { width: 40, height: 30 };
  const turned = { width: 30, height: 40 };
  expect(orientations.map((orientation) => orientedSize({ ...header, orientation }))).toEqual([
    ...Array(4).fill(upright),
    ...Array(4).fill(turned),
  ]);
});

describe('bad input', () => {
  test('a size of zero, or the wrong first block, is corrupt', () => {
    const png = sample('chelsea.png');
    const flat = png.slice();
    flat.fill(0, 16, 20);
    const headless = new Uint8Array([...png.subarray(0, 8), ...png.subarray(33)]);
    const webp = new Uint8Array(64);
    expect(readImageHeader(flat, 'image/png')).toBe('corrupt');
    expect(readImageHeader(headless, 'image/png')).toBe('corrupt');
    expect(readImageHeader(webp, 'image/webp')).toBe('corrupt');
  });

  test('a file that ends before its size is truncated', () => {
    expect(readImageHeader(sample('rocket.jpg').subarray(0, 100), 'image/jpeg')).toBe('truncated');
    expect(imageMimeTypes.map((type) => readImageHeader(new Uint8Array(0), type))).toEqual(
      imageMimeTypes.map(() => 'truncated'),
    );
  });

  test('any bytes at all give a header with pixels or a defect', async () => {
    const files = [
      jpegWithOrientation(sample('rocket.jpg').subarray(0, 3000), 6, true),
      sample('chelsea.png').subarray(0, 3000),
      await bytesOf(animated().gif()),
      await bytesOf(animated().webp()),
      await bytesOf(plain().webp().withMetadata({ orientation: 8 })),
      new Uint8Array(0),
    ];
    const hostile = hostileFiles(files);
    fc.assert(
      fc.property(hostile, fc.constantFrom(...imageMimeTypes), (bytes, type) => {
        const header = readImageHeader(bytes, type);
        if (typeof header !== 'string') expect(Math.min(header.width, header.height)).toBeGreaterThan(0);
      }),
      { numRuns: propertyRuns(70) },
    );
  });

  test('a million tiny blocks are walked once', () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    const segments = zeros.map((_, at) => [0xff, 0xe2, 0, 2][at % 4] ?? 0);
    const headers = imageMimeTypes.map((type) => readImageHeader(zeros, type));
    expect(headers).toEqual(['truncated', 'corrupt', 'corrupt', 'corrupt']);
    expect(readImageHeader(segments, 'image/jpeg')).toBe('truncated');
  });
});
