import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centreImage,
  fillImage,
  fitImage,
  moveImageBy,
  originalSizeImage,
  placeImage,
} from '../../../src/model/document/placement.ts';
import { anyDocument, brokenRules, documentWith } from './sampleDocuments.ts';

const photo = documentWith({
  canvas: { width: 1000, height: 1000 },
  placement: { x: 10, y: 20, width: 300, height: 200 },
});

describe('placing the image', () => {
  test('rounds to whole pixels', () => {
    expect(placeImage(photo, { x: -0.4, y: 20.5, width: 300.4, height: 0.2 }).placement).toEqual({
      x: 0,
      y: 21,
      width: 300,
      height: 1,
    });
  });

  test('off the frame pushes it back in by one pixel', () => {
    const pushed = [
      { x: -5000, y: -5000 },
      { x: 5000, y: 5000 },
    ].map((offset) => moveImageBy(photo, offset).placement);
    expect(pushed).toEqual([
      { x: -299, y: -199, width: 300, height: 200 },
      { x: 999, y: 999, width: 300, height: 200 },
    ]);
  });

  test('where it is already gives back the same document', () => {
    expect(moveImageBy(photo, { x: 0.2, y: -0.3 })).toBe(photo);
  });

  test('anywhere, at any size, leaves it on the frame in whole pixels', () => {
    const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(anyDocument, any, any, any, any, (document, x, y, width, height) => {
        expect(brokenRules(placeImage(document, { x, y, width, height }))).toEqual([]);
      }),
    );
  });
});

describe('sizing the image to the frame', () => {
  test('fit shows all of it', () => {
    expect(fitImage(photo).placement).toEqual({ x: 0, y: 167, width: 1000, height: 667 });
  });

  test('fill covers the frame', () => {
    expect(fillImage(photo).placement).toEqual({ x: -250, y: 0, width: 1500, height: 1000 });
  });

  test('fill of a very long image keeps its ratio at the largest side there is', () => {
    const strip = documentWith({
      image: { width: 20_000, height: 100 },
      canvas: { width: 1000, height: 1000 },
    });
    expect(fillImage(strip).placement).toMatchObject({ width: 16_384, height: 82 });
  });

  test('centre keeps the size', () => {
    expect(centreImage(photo).placement).toEqual({ x: 350, y: 400, width: 300, height: 200 });
  });

  test('original size keeps the centre', () => {
    expect(originalSizeImage(photo).placement).toEqual({ x: -440, y: -280, width: 1200, height: 800 });
  });

  test('leaves a document without an image alone', () => {
    const empty = documentWith({ image: null });
    expect([fitImage, fillImage, originalSizeImage].map((size) => size(empty))).toEqual([
      empty,
      empty,
      empty,
    ]);
  });

  test('fits inside or covers, for every image and frame', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { width, height } = document.canvas;
        const fitted = fitImage(document).placement;
        const filled = fillImage(document).placement;
        expect(fitted.width === width || fitted.height === height).toBe(true);
        expect(fitted.x >= 0 && fitted.y >= 0).toBe(true);
        if (Math.max(filled.width, filled.height) === 16_384) return;
        expect(filled.x <= 0 && filled.x + filled.width >= width).toBe(true);
        expect(filled.y <= 0 && filled.y + filled.height >= height).toBe(true);
      }),
    );
  });
});
