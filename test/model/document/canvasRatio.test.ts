import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canvasAsImage,
  canvasOfRatio,
  canvasRatios,
  hasRatio,
} from '../../../src/model/document/canvasRatio.ts';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { documentOfImage } from '../../../src/model/document/documentOfImage.ts';
import { anyDocument, brokenRules, documentWith } from './sampleDocuments.ts';

const photo = documentWith({ placement: { x: 300, y: -20, width: 600, height: 400 } });

describe('a canvas of a ratio', () => {
  test('is the smallest around the image as drawn, with the image in its centre', () => {
    expect(canvasOfRatio(photo, { width: 1, height: 1 })).toEqual({
      ...photo,
      canvas: { width: 600, height: 600 },
      placement: { x: 0, y: 100, width: 600, height: 400 },
    });
    expect(canvasOfRatio(photo, { width: 2, height: 1 })).toEqual({
      ...photo,
      canvas: { width: 800, height: 400 },
      placement: { x: 100, y: 0, width: 600, height: 400 },
    });
  });

  test('is rounded rather than enlarged where whole pixels cannot have the ratio exactly', () => {
    const wide = documentWith({ placement: { x: 0, y: 0, width: 1000, height: 400 } });
    expect(canvasOfRatio(wide, { width: 16, height: 9 }).canvas).toEqual({ width: 1000, height: 563 });
  });

  test('takes image and canvas down together where it would pass the limit', () => {
    const tall = documentWith({
      canvas: { width: 1000, height: 4000 },
      placement: { x: 0, y: 0, width: 1000, height: 4000 },
    });
    const { canvas, placement } = canvasOfRatio(tall, { width: 2, height: 1 });
    expect(canvas).toEqual({ width: 4096, height: 2048 });
    expect(placement).toEqual({ x: 1792, y: 0, width: 512, height: 2048 });
  });

  test('grows beyond a tiny image to the smallest side that is allowed', () => {
    const tiny = documentWith({ placement: { x: 0, y: 0, width: 10, height: 10 } });
    expect(canvasOfRatio(tiny, { width: 2, height: 1 })).toMatchObject({
      canvas: { width: 128, height: 64 },
      placement: { x: 59, y: 27, width: 10, height: 10 },
    });
  });

  test('has that ratio, holds the image and centres it, for every preset and image', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(...canvasRatios), (document, ratio) => {
        const made = canvasOfRatio(document, ratio);
        const { canvas, placement } = made;
        expect(brokenRules(made)).toEqual([]);
        expect(hasRatio(canvas, ratio)).toBe(true);
        // Scaling both down rounds each on its own, which may cost a pixel.
        expect(placement.width).toBeLessThanOrEqual(canvas.width + 1);
        expect(placement.height).toBeLessThanOrEqual(canvas.height + 1);
        expect(Math.abs(2 * placement.x + placement.width - canvas.width)).toBeLessThanOrEqual(1);
        expect(Math.abs(2 * placement.y + placement.height - canvas.height)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a canvas as the image', () => {
  test('has its natural size, filled by the image', () => {
    const canvas = { width: 1200, height: 800 };
    expect(canvasAsImage(photo)).toEqual({ ...photo, canvas, placement: { x: 0, y: 0, ...canvas } });
  });

  test.each([
    ['too large', { width: 8192, height: 4096 }, { width: 4096, height: 2048 }],
    ['too small', { width: 32, height: 48 }, { width: 64, height: 96 }],
  ])('is scaled to the limits for an image that is %s', (_, image, canvas) => {
    const { canvas: made, placement } = canvasAsImage(documentWith({ image }));
    expect([made, placement]).toEqual([canvas, { x: 0, y: 0, ...canvas }]);
  });

  test('shows a panorama of over 64:1 unstretched on the lowest frame there is', () => {
    const { canvas, placement } = canvasAsImage(documentWith({ image: { width: 40_960, height: 200 } }));
    expect(canvas).toEqual({ width: 4096, height: 64 });
    expect(placement).toEqual({ x: 0, y: 22, width: 4096, height: 20 });
  });

  test('is nothing without an image', () => {
    expect(canvasAsImage(emptyDocument)).toBe(emptyDocument);
  });
});

test('opening an image starts a document whose frame is the image, with nothing masked', () => {
  const image = { id: 'a1', name: 'cat.jpg', width: 3000, height: 2000 };
  expect(documentOfImage(image)).toEqual({
    image,
    canvas: { width: 3000, height: 2000 },
    placement: { x: 0, y: 0, width: 3000, height: 2000 },
    regions: [],
  });
});
