import { describe, expect, test } from 'vitest';
import { signedArea } from '../../../src/model/geometry/polygon.ts';
import { normaliseRings } from '../../../src/model/geometry/rings/normaliseRings.ts';
import { rasteriseRings } from '../../../src/model/geometry/rings/rasteriseRings.ts';
import { vertexCount } from '../../../src/model/geometry/rings/ring.ts';
import { outlinePixels } from '../../../src/model/pixels/outlinePixels.ts';
import type { PixelMask } from '../../../src/model/pixels/pixels.ts';
import { traceMask } from '../../../src/model/pixels/traceMask.ts';
import { pixelMaskOf } from './drawnPixels.ts';

const size = { width: 200, height: 200 };

function masked(isInside: (x: number, y: number) => boolean): PixelMask {
  const bits = Uint8Array.from({ length: size.width * size.height }, (_, pixel) =>
    isInside((pixel % size.width) + 0.5, Math.floor(pixel / size.width) + 0.5) ? 1 : 0,
  );
  return { ...size, bits };
}

const disc = masked((x, y) => Math.hypot(x - 100, y - 100) < 80);
/** As good as random, and always the same. */
const noise = masked((x, y) => (Math.sin(x * 12.9898 + y * 78.233) * 43758.5453) % 1 > 0.2);

describe('an outline', () => {
  test('has far fewer vertices than stairs, and none further than 1 px from the edge', () => {
    const rings = outlinePixels(disc, size, 6000);
    const distances = rings.flat().map(({ x, y }) => Math.abs(Math.hypot(x - 100, y - 100) - 80));
    expect(rings).toHaveLength(1);
    expect(vertexCount(rings)).toBeLessThan(vertexCount(traceMask(disc)) / 2);
    expect(Math.max(...distances)).toBeLessThan(1);
    const pixels = rasteriseRings(rings, size);
    const isFar = (pixel: number) => {
      const [x, y] = [(pixel % 200) + 0.5, Math.floor(pixel / 200) + 0.5];
      return Math.abs(Math.hypot(x - 100, y - 100) - 80) > 1.5;
    };
    const wrong = [...pixels.keys()].filter((pixel) => (pixels[pixel] === 255) !== (disc.bits[pixel] === 1));
    expect(wrong.filter(isFar)).toEqual([]);
  });

  test('leaves out specks and pinholes of less than 4 px', () => {
    const mask = pixelMaskOf(['#####..', '#.###.#', '#####.#', '#####.#']);
    expect(outlinePixels(mask, mask, 6000)).toEqual([
      [
        { x: 0, y: 0 },
        { x: 5, y: 0 },
        { x: 5, y: 4 },
        { x: 0, y: 4 },
      ],
    ]);
  });

  test('keeps a line of one pixel', () => {
    const line = masked((_x, y) => y > 100 && y < 101);
    const pixels = rasteriseRings(outlinePixels(line, size, 6000), size);
    expect(pixels.every((value, pixel) => value === (line.bits[pixel] ?? 0) * 255)).toBe(true);
  });

  test('gets coarser until it has few enough vertices', () => {
    expect(vertexCount(traceMask(noise))).toBeGreaterThan(10_000);
    expect(vertexCount(outlinePixels(noise, size, 2000))).toBeLessThanOrEqual(2000);
  });

  test('is scaled to the size that is asked for, in normal form', () => {
    const rings = outlinePixels(disc, { width: 301, height: 400 }, 6000);
    const area = rings.reduce((sum, ring) => sum + signedArea(ring), 0);
    expect(normaliseRings(rings)).toEqual(rings);
    expect(area / (301 * 400)).toBeCloseTo((Math.PI * 80 ** 2) / 200 ** 2, 2);
  });
});
