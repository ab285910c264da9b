import { expect, test } from 'vitest';
import { regionPaths, ringPaths } from '../../src/canvas/regionPath.ts';
import type { Ring, Rings } from '../../src/model/geometry/rings/ring.ts';

/** Round, its edge rough by a pixel, with more vertices than it has device px at a small scale. */
const rough: Ring = Array.from({ length: 600 }, (_, index) => {
  const angle = (index / 600) * 2 * Math.PI;
  const reach = 200 + 2 * Math.sin(index * 2.3);
  return { x: Math.round(250 + reach * Math.cos(angle)), y: Math.round(250 + reach * Math.sin(angle)) };
});
const speck: Ring = [
  { x: 10, y: 10 },
  { x: 11, y: 10 },
  { x: 11, y: 11 },
  { x: 10, y: 11 },
];
const rings: Rings = [rough, speck];

/** How many vertices are farther than so many image px from what is drawn at that scale. */
function farVertices(scale: number, distance: number): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) throw new Error('There is no 2D context.');
  context.lineWidth = 2 * distance;
  context.lineJoin = 'round';
  const { whole } = ringPaths(rings, scale);
  return rings.flat().filter(({ x, y }) => !context.isPointInStroke(whole, x, y)).length;
}

test('regions are outlined exactly at 100 % and above, and to within half a device pixel below', () => {
  for (const scale of [1, 1.5, 4]) expect(farVertices(scale, 0.01), `at ${scale}`).toBe(0);
  for (const scale of [0.99, 0.51, 0.5, 0.3, 0.125, 0.1, 0.02]) {
    expect(farVertices(scale, 0.5 / scale + 0.01), `at ${scale}`).toBe(0);
  }
  expect(farVertices(0.1, 0.1)).toBeGreaterThan(200);
});

test('each ring has a path of its own, however small it is', () => {
  expect(
    regionPaths([{ id: 'region-1', name: 'Region 1', isHidden: false, rings }], 0.01).rings,
  ).toHaveLength(2);
});

test('paths are kept until the scale is another by about twice', () => {
  const before = ringPaths(rings, 0.3);
  expect(ringPaths(rings, 0.4)).toBe(before);
  expect(ringPaths(rings, 0.6)).not.toBe(before);
});
