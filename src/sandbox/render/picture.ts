import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Size } from '../../model/geometry/rect.ts';
import { emptyOctave, type Octave } from './fill/octave.ts';
import type { PlacedImage } from './placeImage.ts';

/** The canvas before anything is generated: three bytes a pixel, and one that is 1 where the photograph is kept. */
export type Picture = Size & { readonly colors: Uint8Array; readonly kept: Uint8Array };

const rowsAtOnce = 256;

/** Lays the photograph on the canvas; what `repaint` (255, a byte a canvas pixel) covers is not kept. */
export async function keptPicture(placed: PlacedImage, repaint: Uint8Array, canvas: Size): Promise<Picture> {
  const { visible, raster } = placed;
  const colors = new Uint8Array(canvas.width * canvas.height * 3);
  const kept = new Uint8Array(canvas.width * canvas.height);
  for (let y = 0; y < visible.height; y++) {
    if (y % rowsAtOnce === 0) await yieldToEventLoop();
    const start = (visible.y + y) * canvas.width + visible.x;
    const row = raster.data.subarray(y * visible.width * 3, (y + 1) * visible.width * 3);
    colors.set(row, start * 3);
    for (let at = start; at < start + visible.width; at++) kept[at] = repaint[at] === 255 ? 0 : 1;
  }
  return { ...canvas, colors, kept };
}

/** The mean colours of the kept pixels in blocks of `factor` × `factor`; a block without any is unknown. */
export async function shrinkPicture(picture: Picture, factor: number): Promise<Octave> {
  const octave = emptyOctave({
    width: Math.ceil(picture.width / factor),
    height: Math.ceil(picture.height / factor),
  });
  const counts = new Uint8Array(octave.known.length);
  for (let y = 0; y < picture.height; y++) {
    if (y % rowsAtOnce === 0) await yieldToEventLoop();
    addRow(picture, y, factor, octave, counts);
  }
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue;
    octave.known[at] = 1;
    for (let channel = 0; channel < 3; channel++) {
      octave.colors[at * 3 + channel] = (octave.colors[at * 3 + channel] ?? 0) / count;
    }
  }
  return octave;
}

function addRow(picture: Picture, y: number, factor: number, sums: Octave, counts: Uint8Array): void {
  const sumRow = Math.floor(y / factor) * sums.width;
  for (let x = 0; x < picture.width; x++) {
    const at = y * picture.width + x;
    if (picture.kept[at] === 0) continue;
    const sumAt = sumRow + Math.floor(x / factor);
    counts[sumAt] = (counts[sumAt] ?? 0) + 1;
    for (let channel = 0; channel < 3; channel++) {
      sums.colors[sumAt * 3 + channel] =
        (sums.colors[sumAt * 3 + channel] ?? 0) + (picture.colors[at * 3 + channel] ?? 0);
    }
  }
}
