import { afterAll, describe, expect, test } from 'vitest';
import { boundsOf } from '../../src/model/geometry/rect.ts';
import { rasteriseRings } from '../../src/model/geometry/rings/rasteriseRings.ts';
import { defaultMaskReading } from '../../src/model/pixels/maskReading.ts';
import type { PixelQuestion } from '../../src/model/pixels/pixelQuestion.ts';
import { connectPixelWorker } from '../../src/workers/connectWorkers.ts';
import { drawnImage, quadrants, sampleFile } from '../image/imageFiles.ts';

const service = connectPixelWorker();

afterAll(() => service.close());

const p = (x: number, y: number) => ({ x, y });
const question: PixelQuestion = { at: p(40, 10), tolerance: 32, isContiguous: true, sampleSize: 1 };
const box = (left: number, top: number, right: number, bottom: number) => [
  p(left, top),
  p(right, top),
  p(right, bottom),
  p(left, bottom),
];

async function imageOf(blob: Blob, width: number, height: number) {
  return { id: `${width} × ${height} ${blob.size}`, blob, size: { width, height } };
}

describe('similar pixels of a photograph', () => {
  test('are outlined in image px', async () => {
    const image = await imageOf(await quadrants('image/png'), 60, 40);
    expect(await service.similarRings(image, question)).toEqual([box(30, 0, 60, 20)]);
    expect(await service.similarRings(image, { ...question, at: p(0, 39) })).toEqual([box(0, 20, 30, 40)]);
  });

  test('are those of the image that is asked about, whichever was before', async () => {
    const one = await imageOf(await quadrants('image/png'), 60, 40);
    const green = await drawnImage(50, 30, 'image/png', (context) => {
      context.fillStyle = '#0f0';
      context.fillRect(0, 0, 50, 30);
    });
    const other = await imageOf(green, 50, 30);
    const [first, second, third] = await Promise.all([
      service.similarRings(one, question),
      service.similarRings(other, question),
      service.similarRings(one, question),
    ]);
    expect([first, second, third]).toEqual([[box(30, 0, 60, 20)], [box(0, 0, 50, 30)], [box(30, 0, 60, 20)]]);
  });

  test('of one too large to be sent are found in a smaller copy, and outlined in its own px', async () => {
    const wide = await drawnImage(8192, 64, 'image/png', (context) => {
      context.fillRect(0, 0, 4096, 64);
    });
    const rings = await service.similarRings(await imageOf(wide, 8192, 64), { ...question, at: p(4000, 60) });
    expect(rings).toEqual([box(0, 0, 4096, 64)]);
  });

  test('in a damaged file are none: it rejects, and the next question is answered', async () => {
    const damaged = await imageOf(new Blob(['nothing']), 60, 40);
    await expect(service.similarRings(damaged, question)).rejects.toThrow();
    const image = await imageOf(await quadrants('image/png'), 60, 40);
    expect(await service.similarRings(image, question)).toEqual([box(30, 0, 60, 20)]);
  });

  test('that could not be read once are read when they can be', async () => {
    const image = await imageOf(await quadrants('image/png'), 60, 40);
    const damaged = { ...image, id: 'once damaged', blob: new Blob(['nothing']) };
    await expect(service.similarRings(damaged, question)).rejects.toThrow();
    const mended = { ...image, id: 'once damaged' };
    expect(await service.similarRings(mended, question)).toEqual([box(30, 0, 60, 20)]);
  });
});

describe('a mask image', () => {
  test('is stretched over the image; white is masked', async () => {
    const file = await drawnImage(100, 50, 'image/png', (context) => {
      context.fillRect(0, 0, 100, 50);
      context.fillStyle = '#fff';
      context.fillRect(10, 10, 20, 20);
      context.fillRect(50, 10, 20, 20);
    });
    const parts = await service.maskParts(file, { width: 200, height: 200 }, defaultMaskReading);
    expect(parts.map((rings) => boundsOf(rings.flat()))).toEqual([
      { x: 20, y: 40, width: 40, height: 80 },
      { x: 100, y: 40, width: 40, height: 80 },
    ]);
    expect(await service.describeMask(file)).toEqual({ channel: 'luminance', isBlackAndWhite: true });
  });

  test('with transparency masks what is opaque, whatever its colour', async () => {
    const file = await drawnImage(60, 40, 'image/png', (context) => context.fillRect(10, 10, 20, 20));
    expect(await service.describeMask(file)).toEqual({ channel: 'alpha', isBlackAndWhite: true });
    expect(await service.maskParts(file, { width: 60, height: 40 }, defaultMaskReading)).toEqual([
      [box(10, 10, 30, 30)],
    ]);
  });

  test('keeps an island in a hole as a part of its own', async () => {
    const file = await drawnImage(60, 60, 'image/png', (context) => {
      context.fillRect(0, 0, 60, 60);
      context.clearRect(10, 10, 40, 40);
      context.fillRect(20, 20, 20, 20);
    });
    const parts = await service.maskParts(file, { width: 60, height: 60 }, defaultMaskReading);
    expect(parts.map((rings) => rings.length)).toEqual([2, 1]);
  });

  test('of another size is traced smoothly: to less than one of its own px', async () => {
    const file = await drawnImage(300, 300, 'image/png', (context) => {
      context.ellipse(150, 150, 120, 120, 0, 0, 2 * Math.PI);
      context.fill();
    });
    const size = { width: 1000, height: 1000 };
    const [rings = []] = await service.maskParts(file, size, defaultMaskReading);
    const radii = rings.flat().map(({ x, y }) => Math.hypot(x - 500, y - 500));
    expect(radii.filter((radius) => Math.abs(radius - 400) > 2)).toEqual([]);
    expect(
      rasteriseRings(rings, size).filter((value) => value === 255).length / (Math.PI * 400 ** 2),
    ).toBeCloseTo(1, 2);
  });

  test('that is a photograph is not black and white', async () => {
    const file = await sampleFile('rocket.jpg');
    expect(await service.describeMask(file)).toEqual({ channel: 'luminance', isBlackAndWhite: false });
  });
});
