import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import sharp from 'sharp';
import type { Size } from '../../model/geometry/rect.ts';
import type { Raster } from './decodeImage.ts';
import type { FillStyle } from './fill/fillStyle.ts';
import { latticeValue } from './fill/noise.ts';
import type { Picture } from './picture.ts';

const rowsAtOnce = 128;
const grainSize = 256;

/**
 * The finished canvas, three bytes a pixel: the kept pixels untouched, and `fill` (a picture `factor` times smaller)
 * everywhere else. The grain is added here, at full resolution; it also hides the steps of an 8-bit gradient.
 */
export async function mergeFill(
  picture: Picture,
  fill: Raster,
  factor: number,
  style: FillStyle,
): Promise<Uint8Array> {
  const merged = await enlarge(fill, factor, picture);
  const grain = grainTile(style);
  for (let y = 0; y < picture.height; y++) {
    if (y % rowsAtOnce === 0) await yieldToEventLoop();
    mergeRow(picture, y, merged, grain);
  }
  return merged;
}

async function enlarge(fill: Raster, factor: number, to: Size): Promise<Uint8Array> {
  if (factor === 1) return fill.data;
  const raw = { width: fill.width, height: fill.height, channels: 3 as const };
  return sharp(fill.data, { raw })
    .resize({ width: fill.width * factor, height: fill.height * factor, fit: 'fill', kernel: 'linear' })
    .extract({ left: 0, top: 0, width: to.width, height: to.height })
    .raw()
    .toBuffer();
}

function mergeRow(
  { width, colors, kept }: Picture,
  y: number,
  merged: Uint8Array,
  grain: Float32Array,
): void {
  const grainRow = (y % grainSize) * grainSize;
  for (let x = 0; x < width; x++) {
    const at = y * width + x;
    const isKept = kept[at] === 1;
    const speck = grain[grainRow + (x % grainSize)] ?? 0;
    for (let sample = at * 3; sample < at * 3 + 3; sample++) {
      merged[sample] = isKept ? (colors[sample] ?? 0) : clampByte((merged[sample] ?? 0) + speck);
    }
  }
}

function grainTile({ grain, seed }: FillStyle): Float32Array {
  return Float32Array.from(
    { length: grainSize * grainSize },
    (_, at) => grain * latticeValue(at % grainSize, Math.floor(at / grainSize), seed),
  );
}

function clampByte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
}
