import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapMove, snapScale } from '../../../src/model/document/snapping.ts';
import { anyCanvas, anyRect } from './sampleDocuments.ts';

const canvas = { width: 1000, height: 600 };
const box = { x: 300, y: 50, width: 200, height: 100 };
const freely = { keepRatio: false, fromCentre: false };

describe('snapping a move', () => {
  test('leaves an image alone that is near no line', () => {
    expect(snapMove({ ...box, x: 333 }, canvas, 5)).toEqual({ rect: { ...box, x: 333 }, guides: [] });
  });

  test.each([
    ['left edge to left edge', { x: 4.2, y: 50 }, { x: 0, y: 50 }, [{ axis: 'x', at: 0 }]],
    ['right edge to right edge', { x: 796, y: 50 }, { x: 800, y: 50 }, [{ axis: 'x', at: 1000 }]],
    ['right edge to centre line', { x: 303, y: 50 }, { x: 300, y: 50 }, [{ axis: 'x', at: 500 }]],
    ['middle to centre line', { x: 398, y: 50 }, { x: 400, y: 50 }, [{ axis: 'x', at: 500 }]],
    ['middle to top edge', { x: 333, y: -47 }, { x: 333, y: -50 }, [{ axis: 'y', at: 0 }]],
    [
      'both axes at once',
      { x: 2, y: 498 },
      { x: 0, y: 500 },
      [
        { axis: 'x', at: 0 },
        { axis: 'y', at: 600 },
      ],
    ],
  ])('%s', (_, from, to, guides) => {
    expect(snapMove({ ...box, ...from }, canvas, 5)).toEqual({ rect: { ...box, ...to }, guides });
  });

  test('shows every line that the image lies on', () => {
    const { guides } = snapMove({ x: 3, y: 250, width: 1000, height: 10 }, canvas, 5);
    expect(guides).toEqual([0, 500, 1000].map((at) => ({ axis: 'x', at })));
  });

  test('centres an odd image on an even frame to half a pixel', () => {
    expect(snapMove({ x: 448, y: 20, width: 101, height: 33 }, canvas, 5)).toEqual({
      rect: { x: 450, y: 20, width: 101, height: 33 },
      guides: [{ axis: 'x', at: 500 }],
    });
  });

  test('moves by no more than the tolerance and half a pixel, keeps the size, and is stable', () => {
    fc.assert(
      fc.property(anyRect, anyCanvas, fc.integer({ min: 0, max: 40 }), (rect, frame, tolerance) => {
        const { rect: snapped } = snapMove(rect, frame, tolerance);
        expect([snapped.width, snapped.height]).toEqual([rect.width, rect.height]);
        expect(Math.abs(snapped.x - rect.x)).toBeLessThanOrEqual(tolerance + 0.5);
        expect(Math.abs(snapped.y - rect.y)).toBeLessThanOrEqual(tolerance + 0.5);
        expect(snapMove(snapped, frame, 0.5).rect).toEqual(snapped);
      }),
    );
  });
});

describe('snapping a scale', () => {
  test('moves the dragged edges only', () => {
    expect(snapScale({ x: 3, y: 3, width: 494, height: 300 }, 'e', canvas, 5, freely, 1)).toEqual({
      rect: { x: 3, y: 3, width: 497, height: 300 },
      guides: [{ axis: 'x', at: 500 }],
    });
  });

  test('by a corner snaps both edges', () => {
    expect(snapScale({ x: 100, y: 100, width: 897, height: 202 }, 'se', canvas, 5, freely, 1)).toEqual({
      rect: { x: 100, y: 100, width: 900, height: 200 },
      guides: [
        { axis: 'x', at: 1000 },
        { axis: 'y', at: 300 },
      ],
    });
  });

  test('in ratio takes the nearest line, and the other edge follows', () => {
    const inRatio = { keepRatio: true, fromCentre: false };
    expect(snapScale({ x: 400, y: 103, width: 396, height: 198 }, 'se', canvas, 5, inRatio, 2)).toEqual({
      rect: { x: 400, y: 103, width: 394, height: 197 },
      guides: [{ axis: 'y', at: 300 }],
    });
  });

  test('from the centre moves both edges by as much', () => {
    const fromCentre = { keepRatio: false, fromCentre: true };
    expect(
      snapScale(
        { x: 203, y: 50, width: 600, height: 100 },
        'w',
        { width: 400, height: 600 },
        5,
        fromCentre,
        1,
      ),
    ).toEqual({
      rect: { x: 200, y: 50, width: 606, height: 100 },
      guides: [{ axis: 'x', at: 200 }],
    });
  });

  test('leaves a box alone whose dragged edges are near no line', () => {
    const rect = { x: 0, y: 0, width: 333, height: 222 };
    expect(snapScale(rect, 'se', canvas, 5, freely, 1)).toEqual({ rect, guides: [] });
  });
});
