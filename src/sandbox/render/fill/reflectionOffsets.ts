/**
 * From where in the photograph a hole's pixels take their reflection. The nearest known pixel alone will not do: halfway
 * between two edges of a hole it jumps from one to the other, and everything that follows it shows a crease. So each
 * offset is the mean of the offsets around it, over a width that grows with its length: exact at the edge, and shrinking to
 * nothing where opposite edges pull equally.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { nearestKnown } from './nearestKnown.ts';
import { emptyOctave, halveToOnePixel, type Octave } from './octave.ts';
import { sampleBlurred } from './sampleOctave.ts';

const rowsAtOnce = 64;

/** For each pixel x, y (px, towards the photograph) and the distance of the nearest known pixel (px). */
export async function reflectionOffsets(octave: Octave): Promise<Float32Array> {
  const { width, height, known } = octave;
  const exact = emptyOctave(octave);
  const { dx, dy } = await nearestKnown(octave);
  exact.known.fill(1);
  for (let at = 0; at < known.length; at++) {
    exact.colors[at * 3] = dx[at] ?? 0;
    exact.colors[at * 3 + 1] = dy[at] ?? 0;
    exact.colors[at * 3 + 2] = Math.hypot(dx[at] ?? 0, dy[at] ?? 0);
  }
  const octaves = await halveToOnePixel(exact);
  const smooth = new Float32Array(exact.colors.length);
  for (let y = 0; y < height; y++) {
    if (y % rowsAtOnce === 0) await yieldToEventLoop();
    for (let at = y * width; at < (y + 1) * width; at++) {
      if (known[at] === 1) continue;
      const radius = (exact.colors[at * 3 + 2] ?? 0) * 0.5;
      sampleBlurred(octaves, at - y * width + 0.5, y + 0.5, radius, smooth, at * 3);
    }
  }
  return smooth;
}
