import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rect, Size } from '../../../src/model/geometry/rect.ts';
import type { MaskInput } from '../../../src/sandbox/render/canvasMask.ts';
import { renderVariants } from '../../../src/sandbox/render/renderVariants.ts';
import {
  differences,
  differingPixels,
  type InShape,
  maskPng,
  type Pixels,
  photograph,
  pixelsOf,
  placedOn,
  stepAcross,
} from './photographs.ts';

const noMask: MaskInput = { kind: 'areas', areas: [] };
const coffee = { width: 600, height: 400 };

async function render(image: Uint8Array, canvas: Size, img_pos: Rect, mask: MaskInput = noMask, count = 1) {
  const files = await renderVariants({ image, canvas, img_pos, mask }, count);
  return Promise.all(files.map(pixelsOf));
}

function rectangle(left: number, top: number, right: number, bottom: number, frame: Size = coffee) {
  const points = [left, top, left, bottom, right, bottom, right, top];
  return { width: frame.width, height: frame.height, points };
}

function outside(rect: Rect): InShape {
  return (x, y) => x < rect.x || y < rect.y || x >= rect.x + rect.width || y >= rect.y + rect.height;
}

describe('what is kept', () => {
  it.each([
    ['chelsea.png', { x: 20, y: 30, width: 451, height: 300 }],
    ['coffee.png', { x: 100, y: 40, width: 300, height: 300 }],
    ['rocket.jpg', { x: -200, y: 120, width: 900, height: 600 }],
  ] as const)(
    'is %s exactly, in all four variants, and they differ from each other',
    async (name, placement) => {
      const canvas = { width: 500, height: 360 };
      const file = await photograph(name);
      const variants = await render(file, canvas, placement, noMask, 4);
      const expected = await placedOn(canvas, file, placement);
      const isUncovered = outside(placement);
      const uncovered = countPixels(canvas, isUncovered);
      const sizes = variants.map(({ width, height }) => ({ width, height }));
      expect(sizes).toEqual([canvas, canvas, canvas, canvas]);
      for (const [index, variant] of variants.entries()) {
        expect(differingPixels(variant, expected, isUncovered).outside).toBe(0);
        for (const other of variants.slice(index + 1)) {
          expect(differingPixels(variant, other, isUncovered).inside).toBeGreaterThan(uncovered * 0.8);
        }
      }
    },
  );

  it('stays exact where the fill is made at a lower resolution', async () => {
    const canvas = { width: 2050, height: 700 };
    const placement = { x: 301, y: 99, width: 1200, height: 555 };
    const file = await photograph('coffee.png');
    const [variant] = await render(file, canvas, placement);
    const expected = await placedOn(canvas, file, placement);
    expect(variant && differingPixels(variant, expected, outside(placement)).outside).toBe(0);
  });
});

describe('what is masked', () => {
  const placement = { x: 30, y: 10, ...coffee };
  const canvas = { width: 660, height: 420 };
  const isMasked: InShape = (x, y) => x >= 350 && x < 530 && y >= 110 && y < 260;
  const inImage: InShape = (x, y) => isMasked(x + placement.x, y + placement.y);
  const area = rectangle(320, 100, 500, 250);

  const masks: Record<string, () => Promise<MaskInput>> = {
    'areas in the image frame': async () => ({ kind: 'areas', areas: [area] }),
    'areas in the canvas frame': async () => ({
      kind: 'areas',
      areas: [rectangle(350, 110, 530, 260, canvas)],
    }),
    'overlapping areas that turn opposite ways': async () => ({
      kind: 'areas',
      areas: [rectangle(320, 100, 420, 250), { ...coffee, points: [400, 100, 500, 100, 500, 250, 400, 250] }],
    }),
    'a bright mask image': async () => ({
      kind: 'image',
      bytes: await maskPng(coffee, inImage, 'luminance'),
      encoding: 'luminance',
    }),
    'an opaque mask image': async () => ({
      kind: 'image',
      bytes: await maskPng(coffee, inImage, 'alpha'),
      encoding: 'alpha',
    }),
    'a mask image of the canvas’s size': async () => ({
      kind: 'image',
      bytes: await maskPng(canvas, isMasked, 'luminance'),
      encoding: 'luminance',
    }),
  };

  let reference: Pixels | undefined;

  beforeAll(async () => {
    [reference] = await render(await photograph('coffee.png'), canvas, placement, {
      kind: 'areas',
      areas: [area],
    });
  });

  it.each(Object.entries(masks))('is repainted alike: %s', async (_, mask) => {
    const file = await photograph('coffee.png');
    const [variant] = await render(file, canvas, placement, await mask());
    expect(differences(variant, reference)).toBe(0);
    const photo = await placedOn(canvas, file, placement);
    const isGenerated: InShape = (x, y) => isMasked(x, y) || outside(placement)(x, y);
    const maskPixels = countPixels(canvas, isMasked);
    const { inside, outside: kept } = variant
      ? differingPixels(variant, photo, isGenerated)
      : { inside: 0, outside: -1 };
    expect(kept).toBe(0);
    expect(inside).toBeGreaterThan(0.95 * maskPixels);
  });

  it('judges an opaque mask as all repaint where alpha counts', async () => {
    const file = await photograph('coffee.png');
    const opaque = await maskPng(coffee, inImage, 'luminance');
    const [variant] = await render(
      file,
      coffee,
      { x: 0, y: 0, ...coffee },
      { kind: 'image', bytes: opaque, encoding: 'alpha' },
    );
    const photo = await pixelsOf(file);
    expect(variant && differingPixels(variant, photo, () => true).inside).toBeGreaterThan(0.95 * 600 * 400);
  });

  it('scales an area with a frame of its own to the placement, as in the documentation’s example', async () => {
    const file = await photograph('coffee.png');
    const hundred = rectangle(50, 25, 100, 75, { width: 100, height: 100 });
    const half = rectangle(300, 100, 600, 300);
    const [scaled] = await render(file, canvas, placement, { kind: 'areas', areas: [hundred] });
    const [exact] = await render(file, canvas, placement, { kind: 'areas', areas: [half] });
    expect(differences(scaled, exact)).toBe(0);
  });

  it('takes its colours from around the hole', async () => {
    const blue = await sharp({ create: { ...coffee, channels: 3, background: '#2040a0' } })
      .png()
      .toBuffer();
    const [variant] = await render(blue, canvas, placement, { kind: 'areas', areas: [area] });
    const { channels } = await sharp(variant?.data, { raw: { ...canvas, channels: 3 } }).stats();
    const ranges = channels.map(({ min, max }) => [min, max]);
    for (const [index, value] of [0x20, 0x40, 0xa0].entries()) {
      const [min = 0, max = 0] = ranges[index] ?? [];
      expect(Math.abs(min - value)).toBeLessThan(0.2 * 0xa0);
      expect(Math.abs(max - value)).toBeLessThan(0.2 * 0xa0);
    }
  });

  it('continues the photograph without a seam', async () => {
    const file = await photograph('coffee.png');
    const photo = await placedOn(canvas, file, placement);
    for (const variant of await render(file, canvas, placement, { kind: 'areas', areas: [area] }, 4)) {
      for (const seam of [350, 530]) {
        expect(stepAcross(variant, seam, 110, 260)).toBeLessThan(2 * stepAcross(photo, seam, 110, 260) + 2);
      }
    }
  });

  it('is neutral grey where everything is, for nothing is known', async () => {
    const all = rectangle(0, 0, 600, 400);
    const [variant] = await render(
      await photograph('coffee.png'),
      coffee,
      { x: 0, y: 0, ...coffee },
      { kind: 'areas', areas: [all] },
    );
    const { channels } = await sharp(variant?.data, { raw: { ...coffee, channels: 3 } }).stats();
    for (const { mean } of channels) expect(mean).toBeCloseTo(128, -1);
  });
});

it('turns a photograph upright before it places it', async () => {
  const lying = await sharp(await photograph('chelsea.png'))
    .jpeg()
    .toBuffer();
  const turned = await sharp(lying).withMetadata({ orientation: 6 }).toBuffer();
  const canvas = { width: 300, height: 451 };
  const [variant] = await render(turned, canvas, { x: 0, y: 0, ...canvas });
  const upright = await pixelsOf(await sharp(turned).autoOrient().png().toBuffer());
  expect(differences(variant, upright)).toBe(0);
});

it('scales a huge placement only where the canvas shows it', async () => {
  const canvas = { width: 64, height: 64 };
  const huge = { x: -100_000, y: -60_000, width: 300_000, height: 200_000 };
  const [variant] = await render(await photograph('coffee.png'), canvas, huge);
  expect([variant?.width, variant?.height]).toEqual([64, 64]);
});

describe('what cannot be rendered', () => {
  const place = { x: 0, y: 0, ...coffee };

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'a truncated image',
      'image_processing_error',
      async () => render((await photograph('coffee.png')).subarray(0, 9000), coffee, place),
    ],
    [
      'an image beside the canvas',
      'invalid_parameters',
      async () => render(await photograph('coffee.png'), coffee, { ...place, x: 600 }),
    ],
    [
      'a mask image of another size',
      'image_dimension_mismatch',
      async () => {
        const bytes = await maskPng({ width: 599, height: 400 }, () => true, 'luminance');
        return render(await photograph('coffee.png'), coffee, place, {
          kind: 'image',
          bytes,
          encoding: 'luminance',
        });
      },
    ],
    [
      'a mask that is no image',
      'image_processing_error',
      async () =>
        render(await photograph('coffee.png'), coffee, place, {
          kind: 'image',
          bytes: Uint8Array.of(1, 2, 3),
          encoding: 'alpha',
        }),
    ],
    [
      'an area’s frame beyond all measure',
      'invalid_parameters',
      async () =>
        render(await photograph('coffee.png'), coffee, place, {
          kind: 'areas',
          areas: [rectangle(0, 0, 9, 9, { width: 1e6, height: 1e6 })],
        }),
    ],
  ])('%s fails with its code', async (_, code, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ code, message: expect.stringMatching(/\w.*\.?$/) });
  });
});

function countPixels({ width, height }: Size, isInside: InShape): number {
  let count = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isInside(x, y)) count++;
  return count;
}
