import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { type Region, visibleRings } from '../../src/model/document/region.ts';
import { type Rect, rectOfSize } from '../../src/model/geometry/rect.ts';
import { rasteriseRings } from '../../src/model/geometry/rings/rasteriseRings.ts';
import type { Ring } from '../../src/model/geometry/rings/ring.ts';
import { maskFrame, ringsInFrame } from '../../src/model/mask/maskFrame.ts';
import { applyOperation, type OperationId } from '../../src/model/mask/operations/applyOperation.ts';
import { generationRequest, requestPreview } from '../../src/model/request/request.ts';
import { defaultSettings, type Settings } from '../../src/model/request/settings.ts';
import { connectMaskWorker } from '../../src/workers/connectWorkers.ts';
import { anyRegions } from '../model/mask/operations/oracle.ts';

const service = connectMaskWorker();

afterAll(() => service.close());

function ringOf({ x, y, width, height }: Rect): Ring {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

const settings: Settings = { ...defaultSettings, prompt: 'mountains' };
const image = { id: 'abc', name: 'photo.jpg', width: 100, height: 80 };
const document: Document = {
  image,
  canvas: { width: 256, height: 128 },
  placement: { x: 30, y: -10, width: 200, height: 160 },
  regions: [
    { id: 'a', name: 'A', isHidden: false, rings: [ringOf({ x: 10, y: 10, width: 40, height: 30 })] },
    {
      id: 'b',
      name: 'B',
      isHidden: false,
      rings: [
        [
          { x: 30, y: 20 },
          { x: 140, y: 45 },
          { x: 60, y: 79 },
        ],
      ],
    },
    { id: 'c', name: 'C', isHidden: true, rings: [ringOf(rectOfSize(image))] },
  ],
};

/** The pixels of a PNG as the browser decodes it, one channel (0 red … 3 alpha) of each. */
async function channelOf(png: Blob, channel: number): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(png, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return Uint8Array.from({ length: data.length / 4 }, (_, pixel) => data[pixel * 4 + channel] ?? 0);
}

function expectedPixels(chosen: Settings): Uint8Array {
  const frame = maskFrame(document, chosen.maskFrame);
  return rasteriseRings(ringsInFrame(visibleRings(document.regions), frame), frame.size);
}

describe('the worker', () => {
  test('builds the very request that the model builds', async () => {
    const urls = { image: 'https://example.com/photo.jpg' };
    expect(await service.buildRequest(document, settings, urls)).toEqual(
      generationRequest(document, settings, urls),
    );
  });

  test('tells what its mask amounts to', async () => {
    expect(await service.previewRequest(document, settings, {})).toEqual(
      requestPreview(document, settings, {}),
    );
  });

  test.each(['image', 'canvas'] as const)('writes a white-on-black mask of the %s frame', async (kind) => {
    const chosen: Settings = { ...settings, maskFrame: kind };
    const png = await service.maskPng(document, chosen);
    const expected = expectedPixels(chosen);
    expect(png.type).toBe('image/png');
    expect(new Set(expected)).toEqual(new Set([0, 255]));
    expect(await channelOf(png, 0)).toEqual(expected);
    expect(new Set(await channelOf(png, 3))).toEqual(new Set([255]));
  });

  test('writes white on transparent for a model that reads alpha', async () => {
    const chosen: Settings = { ...settings, model: 'mj-v8.1-upload-paint' };
    const png = await service.maskPng(document, chosen);
    expect(await channelOf(png, 3)).toEqual(expectedPixels(chosen));
  });

  test('does to the mask what is done to it here', async () => {
    const away = await service.applyOperation('grow', document, ['b'], 5);
    expect(away).toEqual(applyOperation('grow', document, ['b'], 5));
    expect(away.document.regions[0]).toBe(document.regions[0]);
    expect(away.document.regions[1]).not.toEqual(document.regions[1]);
    const simple = await service.applyOperation('simplify', document, ['b'], 1);
    expect(simple).toEqual(applyOperation('simplify', document, ['b'], 1));
    expect(simple.document).toBe(document);
  });

  test('does every operation to any mask as it is done here', async () => {
    const operation = fc.constantFrom<OperationId[]>(
      'unite',
      'intersect',
      'invert',
      'split',
      'grow',
      'smooth',
    );
    await fc.assert(
      fc.asyncProperty(anyRegions, operation, fc.integer({ min: 1, max: 8 }), async (any, id, amount) => {
        const ids = any.regions.map((region) => region.id);
        const here = applyOperation(id, any, ids, amount);
        const away = await service.applyOperation(id, any, ids, amount);
        expect(away).toEqual(here);
        const isKept = (region: Region) => any.regions.includes(region);
        expect(away.document.regions.map(isKept)).toEqual(here.document.regions.map(isKept));
      }),
      { numRuns: 60 },
    );
  });

  test('answers several questions, each with its own answer', async () => {
    const prompts = ['one', 'two', 'three'];
    const [png, ...requests] = await Promise.all([
      service.maskPng(document, settings),
      ...prompts.map((prompt) => service.buildRequest(document, { ...settings, prompt }, {})),
    ]);
    expect(png.type).toBe('image/png');
    expect(requests.map((request) => request.prompt)).toEqual(prompts);
  });

  test('rejects with the message of what failed, and goes on', async () => {
    const broken = { ...document, canvas: { width: -1, height: 5 } };
    const chosen: Settings = { ...settings, maskFrame: 'canvas' };
    await expect(service.maskPng(broken, chosen)).rejects.toThrow(/array length/i);
    expect((await service.maskPng(document, settings)).type).toBe('image/png');
  });

  test('rejects what is under way when it is closed, and starts anew when asked again', async () => {
    const underWay = service.maskPng(document, settings);
    service.close();
    await expect(underWay).rejects.toThrow('The editor was closed.');
    expect((await service.maskPng(document, settings)).type).toBe('image/png');
  });

  test('that cannot be started rejects, and a later call tries another', async () => {
    const scripts = ['data:text/javascript,throw new Error("broken")'];
    const flaky = connectMaskWorker(() => {
      const script = scripts.pop();
      const url = script ?? new URL('../../src/workers/maskWorker.ts', import.meta.url);
      return new Worker(url, { type: 'module' });
    });
    await expect(flaky.maskPng(document, settings)).rejects.toThrow('in the background');
    expect((await flaky.maskPng(document, settings)).type).toBe('image/png');
    flaky.close();
  });
});
