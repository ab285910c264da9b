import { describe, expect, test } from 'vitest';
import { generationRequestSchema } from '../../../src/contract/generationRequest.ts';
import { addRegion } from '../../../src/model/document/regions.ts';
import { generationRequest, maskSummary } from '../../../src/model/request/request.ts';
import { defaultSettings, type Settings } from '../../../src/model/request/settings.ts';
import { documentWith, rectRing, regionOf } from '../document/sampleDocuments.ts';

const settings: Settings = { ...defaultSettings, prompt: 'Beautiful mountain scenery background' };
const urls = { image: 'https://example.com/photo.jpg' };
const placed = documentWith({
  image: { width: 100, height: 100 },
  canvas: { width: 1024, height: 1024 },
  placement: { x: 256, y: 256, width: 512, height: 512 },
});
const example = addRegion(placed, [rectRing(10, 10, 100, 100)]);

describe('the request', () => {
  test("is the documentation's example, field for field and in its order", () => {
    const request = generationRequest(example, settings, urls);
    expect(JSON.stringify(request)).toBe(
      JSON.stringify({
        model: 'mj-v7-upload-paint',
        prompt: 'Beautiful mountain scenery background',
        image_urls: ['https://example.com/photo.jpg'],
        model_params: {
          mask: { areas: [{ width: 100, height: 100, points: [10, 10, 10, 100, 100, 100, 100, 10] }] },
          canvas: { width: 1024, height: 1024 },
          img_pos: { width: 512, height: 512, x: 256, y: 256 },
          speed: 'fast',
        },
      }),
    );
    expect(generationRequestSchema.parse(request)).toEqual(request);
  });

  test('without a mask still has one, without areas', () => {
    expect(generationRequest(placed, settings, urls).model_params.mask).toEqual({ areas: [] });
  });

  test('leaves out hidden regions', () => {
    const hidden = { ...example, regions: example.regions.map((region) => ({ ...region, isHidden: true })) };
    expect(generationRequest(hidden, settings, urls).model_params.mask).toEqual({ areas: [] });
  });

  test('measures the mask in the canvas where that is chosen', () => {
    const { mask } = generationRequest(example, { ...settings, maskFrame: 'canvas' }, urls).model_params;
    const points = [307, 307, 307, 768, 768, 768, 768, 307];
    expect(mask).toEqual({ areas: [{ width: 1024, height: 1024, points }] });
  });

  test('is the same mask wherever the image is drawn, measured in the image', () => {
    const elsewhere = { ...example, placement: { x: -40, y: 3, width: 999, height: 1 } };
    expect(generationRequest(elsewhere, settings, urls).model_params.mask).toEqual(
      generationRequest(example, settings, urls).model_params.mask,
    );
  });

  test('names a mask image by its URL', () => {
    const asImage: Settings = { ...settings, maskFormat: 'image' };
    const url = 'https://example.com/mask.png';
    expect(generationRequest(example, asImage, { ...urls, mask: url }).model_params.mask).toEqual({ url });
  });

  test('marks the URLs that are not known before upload, so that the contract refuses them', () => {
    const request = generationRequest(example, { ...settings, maskFormat: 'image' }, {});
    expect(request.image_urls).toEqual(['<image URL, known after upload>']);
    expect(request.model_params.mask).toEqual({ url: '<mask URL, known after upload>' });
    expect(generationRequestSchema.safeParse(request).success).toBe(false);
  });

  test('carries model, speed and a trimmed callback URL, last', () => {
    const request = generationRequest(
      example,
      { ...settings, model: 'mj-v8.1-upload-paint', speed: 'turbo', callbackUrl: ' https://example.com/a1 ' },
      urls,
    );
    expect(Object.entries(request).at(-1)).toEqual(['callback_url', 'https://example.com/a1']);
    expect([request.model, request.model_params.speed]).toEqual(['mj-v8.1-upload-paint', 'turbo']);
  });
});

describe('the summary of the mask', () => {
  test('counts areas and vertices as they are sent', () => {
    const two = addRegion(example, [rectRing(0, 0, 5, 5)]);
    expect(maskSummary(generationRequest(two, settings, urls), two, 'image')).toEqual({
      areas: 2,
      vertices: 8,
      isExact: true,
      isCut: false,
      holes: 0,
    });
  });

  test('counts the holes that were bridged', () => {
    const framed = addRegion(placed, [rectRing(0, 0, 90, 90), rectRing(10, 10, 80, 80).toReversed()]);
    expect(maskSummary(generationRequest(framed, settings, urls), framed, 'image')).toEqual({
      areas: 1,
      vertices: 10,
      isExact: true,
      isCut: false,
      holes: 1,
    });
  });

  test('tells where vertices are rounded to the frame', () => {
    const inCanvas = generationRequest(example, { ...settings, maskFrame: 'canvas' }, urls);
    expect(maskSummary(inCanvas, example, 'canvas').isExact).toBe(false);
    const large = documentWith({
      image: { width: 6000, height: 6000 },
      canvas: { width: 4000, height: 4000 },
      regions: [regionOf(1, [rectRing(1, 1, 600, 600)])],
    });
    expect(maskSummary(generationRequest(large, settings, urls), large, 'image').isExact).toBe(false);
  });

  test('tells where a region goes beyond the photo, in either frame', () => {
    const spilling = addRegion(placed, [rectRing(50, 50, 9000, 60)]);
    expect(
      (['image', 'canvas'] as const).map(
        (frame) =>
          maskSummary(generationRequest(spilling, { ...settings, maskFrame: frame }, urls), spilling, frame)
            .isCut,
      ),
    ).toEqual([true, true]);
  });

  test('has nothing to count in a mask image', () => {
    const request = generationRequest(example, { ...settings, maskFormat: 'image' }, urls);
    expect(maskSummary(request, example, 'image')).toEqual({
      areas: 0,
      vertices: 0,
      isExact: true,
      isCut: false,
      holes: 0,
    });
  });
});
