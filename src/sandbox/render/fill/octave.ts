import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Size } from '../../../model/geometry/rect.ts';

/** One resolution of a picture: three numbers a pixel (0 to 255), and a byte that is 1 where they are known. */
export type Octave = Size & {
  readonly colors: Float32Array;
  readonly known: Uint8Array;
};

/** Black, and unknown everywhere. */
export function emptyOctave({ width, height }: Size): Octave {
  return {
    width,
    height,
    colors: new Float32Array(width * height * 3),
    known: new Uint8Array(width * height),
  };
}

/** `finest`, and each time half of it, down to a single pixel: means of what is known. */
export async function halveToOnePixel(finest: Octave): Promise<readonly Octave[]> {
  const octaves = [finest];
  for (let last = finest; last.width > 1 || last.height > 1; octaves.push(last)) {
    last = halveOctave(last);
    await yieldToEventLoop();
  }
  return octaves;
}

/** Each pixel is the mean of the known ones among the four it covers, and unknown if none is. */
function halveOctave(fine: Octave): Octave {
  const coarse = emptyOctave({ width: Math.ceil(fine.width / 2), height: Math.ceil(fine.height / 2) });
  for (let y = 0; y < coarse.height; y++) {
    for (let x = 0; x < coarse.width; x++) averageFour(fine, coarse, x, y);
  }
  return coarse;
}

function averageFour(fine: Octave, coarse: Octave, x: number, y: number): void {
  const at = y * coarse.width + x;
  const right = Math.min(fine.width, 2 * x + 2);
  const bottom = Math.min(fine.height, 2 * y + 2);
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let fineY = 2 * y; fineY < bottom; fineY++) {
    for (let fineX = 2 * x; fineX < right; fineX++) {
      const fineAt = fineY * fine.width + fineX;
      if (fine.known[fineAt] !== 1) continue;
      red += fine.colors[fineAt * 3] ?? 0;
      green += fine.colors[fineAt * 3 + 1] ?? 0;
      blue += fine.colors[fineAt * 3 + 2] ?? 0;
      count++;
    }
  }
  if (count === 0) return;
  coarse.known[at] = 1;
  coarse.colors[at * 3] = red / count;
  coarse.colors[at * 3 + 1] = green / count;
  coarse.colors[at * 3 + 2] = blue / count;
}
