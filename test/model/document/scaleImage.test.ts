import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handleDirections, type ScaleHandle, scaleImage } from '../../../src/model/document/scaleImage.ts';
import { centreOf } from '../../../src/model/geometry/rect.ts';
import { anyRect } from './sampleDocuments.ts';

const start = { x: 100, y: 100, width: 300, height: 200 };
const freely = { keepRatio: false, fromCentre: false };
const inRatio = { keepRatio: true, fromCentre: false };
const anyHandle = fc.constantFrom<ScaleHandle>('n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw');
const anyPointer = fc.record({
  x: fc.double({ min: -9000, max: 9000, noNaN: true }),
  y: fc.double({ min: -9000, max: 9000, noNaN: true }),
});

describe('scaling the image', () => {
  test.each<[ScaleHandle, object]>([
    ['se', { x: 100, y: 100, width: 350, height: 250 }],
    ['nw', { x: 399, y: 299, width: 1, height: 1 }],
    ['ne', { x: 100, y: 299, width: 350, height: 1 }],
    ['s', { x: 100, y: 100, width: 300, height: 250 }],
    ['e', { x: 100, y: 100, width: 350, height: 200 }],
  ])('freely by %s drags those edges to the pointer, and never flips', (handle, expected) => {
    expect(scaleImage(start, handle, { x: 450, y: 350 }, freely, 1.5)).toEqual(expected);
  });

  test('by a corner in ratio reaches at least to the pointer', () => {
    expect(scaleImage(start, 'se', { x: 700, y: 150 }, inRatio, 1.5)).toEqual({
      x: 100,
      y: 100,
      width: 600,
      height: 400,
    });
    expect(scaleImage(start, 'nw', { x: 390, y: 0 }, inRatio, 1.5)).toEqual({
      x: -50,
      y: 0,
      width: 450,
      height: 300,
    });
  });

  test('by a side in ratio grows the other axis around its middle', () => {
    expect(scaleImage(start, 'e', { x: 700, y: 0 }, inRatio, 1.5)).toEqual({
      x: 100,
      y: 0,
      width: 600,
      height: 400,
    });
  });

  test('from the centre grows on both sides', () => {
    const fromCentre = { keepRatio: false, fromCentre: true };
    expect(scaleImage(start, 'e', { x: 450, y: 0 }, fromCentre, 1.5)).toEqual({
      x: 50,
      y: 100,
      width: 400,
      height: 200,
    });
  });

  test('keeps the ratio down to one pixel and up to the largest side', () => {
    const smallest = scaleImage(start, 'se', { x: -999, y: -999 }, inRatio, 1.5);
    const largest = scaleImage(start, 'se', { x: 99_999, y: 99_999 }, inRatio, 1.5);
    expect([smallest.width, smallest.height]).toEqual([2, 1]);
    expect([largest.width, largest.height]).toEqual([16_384, 10_923]);
    const tallest = scaleImage(start, 'se', { x: 99_999, y: 99_999 }, inRatio, 0.5);
    expect([tallest.width, tallest.height]).toEqual([8192, 16_384]);
  });

  test('fixes the opposite edges, or the centre to half a pixel, whatever the handle, pointer and options', () => {
    const options = fc.record({ keepRatio: fc.boolean(), fromCentre: fc.boolean() });
    const ratios = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(anyRect, anyHandle, anyPointer, options, ratios, (rect, handle, pointer, option, ratio) => {
        const scaled = scaleImage(rect, handle, pointer, option, ratio);
        const { x, y } = handleDirections[handle];
        expect(Object.values(scaled).every(Number.isInteger)).toBe(true);
        expect(Math.min(scaled.width, scaled.height)).toBeGreaterThanOrEqual(1);
        expectAnchored(option.fromCentre ? 0 : x, rect.x, rect.width, scaled.x, scaled.width);
        expectAnchored(option.fromCentre ? 0 : y, rect.y, rect.height, scaled.y, scaled.height);
      }),
    );
  });

  test('to where the handle already is changes nothing', () => {
    fc.assert(
      fc.property(anyRect, anyHandle, fc.boolean(), (rect, handle, fromCentre) => {
        const { x, y } = handleDirections[handle];
        const centre = centreOf(rect);
        const pointer = { x: centre.x + (x * rect.width) / 2, y: centre.y + (y * rect.height) / 2 };
        expect(scaleImage(rect, handle, pointer, { keepRatio: false, fromCentre }, 1)).toEqual(rect);
      }),
    );
  });
});

function expectAnchored(
  direction: number,
  start: number,
  length: number,
  newStart: number,
  newLength: number,
) {
  if (direction > 0) expect(newStart).toBe(start);
  if (direction < 0) expect(newStart + newLength).toBe(start + length);
  if (direction === 0) {
    expect(Math.abs(2 * newStart + newLength - 2 * start - length)).toBeLessThanOrEqual(1);
  }
}
