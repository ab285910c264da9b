import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampCanvasSide, extendCanvas, setCanvas, swapCanvas } from '../../../src/model/document/canvas.ts';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { type Edge, zeroEdges } from '../../../src/model/geometry/edges.ts';
import { anyCanvas, anyDocument, brokenRules, documentWith } from './sampleDocuments.ts';

const growth = fc.integer({ min: -5000, max: 5000 });
const anyGrowth = fc.record({ top: growth, right: growth, bottom: growth, left: growth });
const anyEdge = fc.constantFrom<Edge>('top', 'right', 'bottom', 'left');

const photo = documentWith({
  canvas: { width: 1000, height: 800 },
  placement: { x: 100, y: 200, width: 600, height: 400 },
});

test('a canvas side is whole and from 64 to 4096', () => {
  expect([0, 63.6, 64, 1023.5, 4096.4, 99_999].map(clampCanvasSide)).toEqual([64, 64, 64, 1024, 4096, 4096]);
});

describe('setting the canvas', () => {
  test('resizes it at the right and bottom edge', () => {
    expect(setCanvas(photo, { width: 1600, height: 900 })).toEqual({
      ...photo,
      canvas: { width: 1600, height: 900 },
    });
  });

  test('pushes an image that it would leave off the frame back in by one pixel', () => {
    const { placement } = setCanvas(photo, { width: 64, height: 150 });
    expect(placement).toEqual({ x: 63, y: 149, width: 600, height: 400 });
  });

  test('gives back the same document when nothing changes', () => {
    expect(setCanvas(photo, { width: 1000, height: 800 })).toBe(photo);
  });

  test('without an image keeps the placement at the whole canvas', () => {
    expect(setCanvas(emptyDocument, { width: 300, height: 200 }).placement).toEqual({
      x: 0,
      y: 0,
      width: 300,
      height: 200,
    });
  });
});

describe('extending the canvas', () => {
  test('moves each edge outwards and leaves the image where it is', () => {
    expect(extendCanvas(photo, { top: 10, right: 20, bottom: 30, left: 40 })).toEqual({
      ...photo,
      canvas: { width: 1060, height: 840 },
      placement: { x: 140, y: 210, width: 600, height: 400 },
    });
  });

  test('crops by a negative number, as far as the image still shows', () => {
    const cropped = extendCanvas(photo, { ...zeroEdges, left: -900 });
    expect([cropped.canvas.width, cropped.placement.x]).toEqual([301, -599]);
  });

  test('stops at the limit on the side that was to grow', () => {
    const left = extendCanvas(photo, { ...zeroEdges, left: 9999 });
    const right = extendCanvas(photo, { ...zeroEdges, right: 9999 });
    expect([left.canvas.width, left.placement.x]).toEqual([4096, 3196]);
    expect([right.canvas.width, right.placement.x]).toEqual([4096, 100]);
  });

  test('shares out what the limit leaves where both sides were to grow', () => {
    const both = extendCanvas(photo, { ...zeroEdges, left: 6000, right: 2000 });
    expect([both.canvas.width, both.placement.x]).toEqual([4096, 100 + 2322]);
  });

  test('always leaves whole numbers, a canvas within limits and the image on it', () => {
    fc.assert(
      fc.property(
        anyDocument,
        anyGrowth,
        (document, by) => brokenRules(extendCanvas(document, by)).length === 0,
      ),
    );
  });

  test('by one edge keeps the opposite edge and the image exactly where they are', () => {
    fc.assert(
      fc.property(
        anyDocument,
        anyEdge,
        fc.double({ min: -9000, max: 9000, noNaN: true }),
        (document, edge, by) => {
          const { canvas, placement } = extendCanvas(document, { ...zeroEdges, [edge]: by });
          const width = canvas.width - document.canvas.width;
          const height = canvas.height - document.canvas.height;
          const { x, y } = document.placement;
          expect(placement).toEqual({
            ...document.placement,
            x: edge === 'left' ? x + width : x,
            y: edge === 'top' ? y + height : y,
          });
        },
      ),
    );
  });

  test('and back again is where it was, wherever no limit was met', () => {
    const small = fc.integer({ min: 0, max: 500 });
    const anyExtension = fc.record({ top: small, right: small, bottom: small, left: small });
    const roomy = anyDocument.filter(({ canvas }) => Math.max(canvas.width, canvas.height) <= 3000);
    fc.assert(
      fc.property(roomy, anyExtension, (document, by) => {
        const extended = extendCanvas(document, by);
        const back = { top: -by.top, right: -by.right, bottom: -by.bottom, left: -by.left };
        expect(extendCanvas(extended, back)).toEqual(document);
      }),
    );
  });
});

describe('swapping the sides of the canvas', () => {
  test('keeps the image at the same offset from the centre', () => {
    expect(swapCanvas(photo)).toEqual({
      ...photo,
      canvas: { width: 800, height: 1000 },
      placement: { x: 0, y: 300, width: 600, height: 400 },
    });
  });

  test('twice changes nothing, unless the image had to be pushed back in', () => {
    fc.assert(
      fc.property(anyDocument, anyCanvas, (document, canvas) => {
        const centred = { ...document, canvas, placement: { x: 0, y: 0, ...canvas } };
        expect(swapCanvas(swapCanvas(centred))).toEqual(centred);
        expect(brokenRules(swapCanvas(document))).toEqual([]);
      }),
    );
  });
});
