import { expect, test } from 'vitest';
import type { Document } from '../../../src/model/document/document.ts';
import type { Rect } from '../../../src/model/geometry/rect.ts';
import { ringOfRect } from '../../../src/model/geometry/rings/clipRings.ts';
import { hasMaskEffect } from '../../../src/model/mask/maskEffect.ts';

function masked(imageSide: number, canvasSide: number, mask: Rect): Document {
  return {
    image: { id: 'id', name: 'image', width: imageSide, height: imageSide },
    canvas: { width: canvasSide, height: canvasSide },
    placement: { x: 0, y: 0, width: canvasSide, height: canvasSide },
    regions: [{ id: 'region-1', name: 'Region 1', isHidden: false, rings: [ringOfRect(mask)] }],
  };
}

test('a column that is thinner than a pixel of the canvas is sent in the image frame all the same', () => {
  const document = masked(3000, 1000, { x: 3, y: 0, width: 1, height: 3000 });
  expect(hasMaskEffect(document, 'image')).toBe(true);
});

test('a column that rounds away in the canvas frame has no effect there', () => {
  const document = masked(2000, 1000, { x: 3, y: 0, width: 1, height: 2000 });
  expect([hasMaskEffect(document, 'canvas'), hasMaskEffect(document, 'image')]).toEqual([false, true]);
});

test('a region on a part of the image that the frame cuts off has no effect', () => {
  const document = masked(1000, 1000, { x: 700, y: 700, width: 100, height: 100 });
  const cropped = { ...document, canvas: { width: 500, height: 500 } };
  expect([hasMaskEffect(document, 'image'), hasMaskEffect(cropped, 'image')]).toEqual([true, false]);
});
