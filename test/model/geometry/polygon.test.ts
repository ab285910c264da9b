import { describe, expect, test } from 'vitest';
import {
  compareFromTop,
  dropStraightVertices,
  signedArea,
  startAtTop,
  turn,
  windingNumber,
} from '../../../src/model/geometry/polygon.ts';

const clockwise = [
  { x: 4, y: 0 },
  { x: 4, y: 3 },
  { x: 0, y: 3 },
  { x: 0, y: 0 },
];

describe('polygon', () => {
  test('clockwise as seen is positive, in turns, areas and windings', () => {
    const [a = { x: 0, y: 0 }, b = a, c = a] = clockwise;
    expect([turn(a, b, c), turn(c, b, a)]).toEqual([12, -12]);
    expect(turn(a, b, a) === 0).toBe(true);
    expect([signedArea(clockwise), signedArea(clockwise.toReversed()), signedArea([])]).toEqual([12, -12, 0]);
    expect(windingNumber({ x: 1, y: 1 }, clockwise)).toBe(1);
    expect(windingNumber({ x: 1, y: 1 }, clockwise.toReversed())).toBe(-1);
    expect(windingNumber({ x: 5, y: 1 }, clockwise)).toBe(0);
  });

  test('a point on the left or top edge is inside, on the right or bottom one outside', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: 0 },
      { x: 4, y: 1 },
      { x: 1, y: 3 },
    ];
    expect(points.map((point) => windingNumber(point, clockwise))).toEqual([1, 1, 0, 0]);
  });

  test('reading order is by y, then by x', () => {
    expect(clockwise.toSorted(compareFromTop)).toEqual([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 0, y: 3 },
      { x: 4, y: 3 },
    ]);
  });

  test('can start at its top-left-most vertex', () => {
    expect(startAtTop(clockwise)).toEqual([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 3 },
      { x: 0, y: 3 },
    ]);
    expect(startAtTop([])).toEqual([]);
  });

  test('loses vertices at which it runs straight on, not those at which it turns back', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 9, y: 0 },
      { x: 0, y: 4 },
      { x: 0, y: 2 },
    ];
    expect(dropStraightVertices(triangle)).toEqual([
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 0, y: 4 },
    ]);
    const backAndForth = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
    ];
    expect(dropStraightVertices(backAndForth)).toEqual(backAndForth);
  });
});
