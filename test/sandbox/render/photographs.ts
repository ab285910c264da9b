import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Rect, Size } from '../../../src/model/geometry/rect.ts';

export type Pixels = Size & { readonly data: Uint8Array };

/** A sample photograph's file: chelsea 451 × 300, coffee 600 × 400, rocket 640 × 427. */
export function photograph(name: 'chelsea.png' | 'coffee.png' | 'rocket.jpg'): Promise<Uint8Array> {
  return readFile(`public/samples/${name}`);
}

/** Three bytes a pixel. */
export async function pixelsOf(file: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The photograph on a black canvas, by another way than the sandbox's: scaled whole, then copied row by row. */
export async function placedOn(canvas: Size, file: Uint8Array, placement: Rect): Promise<Pixels> {
  const { width, height } = placement;
  const photo = await pixelsOf(await sharp(file).resize(width, height, { fit: 'fill' }).png().toBuffer());
  const data = new Uint8Array(canvas.width * canvas.height * 3);
  const [left, right] = [Math.max(0, placement.x), Math.min(canvas.width, placement.x + width)];
  for (let y = 0; y < canvas.height; y++) {
    const photoY = y - placement.y;
    if (photoY < 0 || photoY >= height) continue;
    const from = (photoY * width + left - placement.x) * 3;
    data.set(photo.data.subarray(from, from + (right - left) * 3), (y * canvas.width + left) * 3);
  }
  return { ...canvas, data };
}

export type InShape = (x: number, y: number) => boolean;

/** A mask image, 255 where `isWhite` says so of the pixel, in luminance or in alpha. */
export function maskPng({ width, height }: Size, isWhite: InShape, encoding: 'luminance' | 'alpha') {
  const isAlpha = encoding === 'alpha';
  const data = new Uint8Array(width * height * (isAlpha ? 4 : 1));
  for (let at = 0; at < width * height; at++) {
    const value = isWhite(at % width, Math.floor(at / width)) ? 255 : 0;
    if (isAlpha) data.fill(value, at * 4, at * 4 + 4);
    else data[at] = value;
  }
  return sharp(data, { raw: { width, height, channels: isAlpha ? 4 : 1 } })
    .png()
    .toBuffer();
}

/** How many pixels differ between the two, apart inside and outside of the shape. */
export function differingPixels(
  a: Pixels,
  b: Pixels,
  isInside: InShape,
): { inside: number; outside: number } {
  const count = { inside: 0, outside: 0 };
  for (let at = 0; at < a.width * a.height; at++) {
    const red = at * 3;
    const [green, blue] = [red + 1, red + 2];
    const isSame =
      a.data[red] === b.data[red] && a.data[green] === b.data[green] && a.data[blue] === b.data[blue];
    if (isSame) continue;
    count[isInside(at % a.width, Math.floor(at / a.width)) ? 'inside' : 'outside']++;
  }
  return count;
}

/** How many pixels differ, or undefined where the sizes do. Quick, unlike comparing the arrays as values. */
export function differences(a: Pixels | undefined, b: Pixels | undefined): number | undefined {
  if (a === undefined || b === undefined || a.width !== b.width || a.height !== b.height) return undefined;
  return differingPixels(a, b, () => true).inside;
}

/** The mean step between the pixels on both sides of the vertical line at x, over rows top to bottom; levels of 255. */
export function stepAcross({ width, data }: Pixels, x: number, top: number, bottom: number): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let channel = 0; channel < 3; channel++) {
      const right = (y * width + x) * 3 + channel;
      sum += Math.abs((data[right] ?? 0) - (data[right - 3] ?? 0));
    }
  }
  return sum / (bottom - top) / 3;
}
