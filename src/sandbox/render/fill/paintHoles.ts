/**
 * Gives a smoothly filled hole something to look at; a smooth fill alone reads as fog. Each unknown pixel looks back
 * over the hole's edge, as far behind it as the pixel lies before it, and so continues the photograph without a seam.
 * With the distance the reflection is bent and blurred, and fades into the smooth fill.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Size } from '../../../model/geometry/rect.ts';
import type { FillStyle } from './fillStyle.ts';
import { noiseOctave } from './noise.ts';
import type { Octave } from './octave.ts';
import { sampleBlurred, sampleOctave } from './sampleOctave.ts';

/** A picture without holes at every resolution, and the reflection offsets of its unknown pixels. */
export type Fill = Size & {
  readonly known: Uint8Array;
  readonly octaves: readonly Octave[];
  readonly offsets: Float32Array;
};

const rowsAtOnce = 32;
const noiseCells = 7;

/** The whole picture in this style, three bytes a pixel; known pixels are as they were. */
export async function paintHoles(fill: Fill, style: FillStyle): Promise<Uint8Array> {
  const painted = new Uint8Array(fill.known.length * 3);
  const color = new Float32Array(3);
  const paintPixel = pixelPainter(fill, style);
  for (let y = 0; y < fill.height; y++) {
    if (y % rowsAtOnce === 0) await yieldToEventLoop();
    for (let x = 0; x < fill.width; x++) {
      const at = y * fill.width + x;
      if (fill.known[at] === 1) copyPixel(fill, at, color);
      else paintPixel(x, y, color);
      for (let channel = 0; channel < 3; channel++) {
        painted[at * 3 + channel] = Math.min(255, Math.max(0, (color[channel] ?? 0) + 0.5));
      }
    }
  }
  return painted;
}

function copyPixel({ octaves }: Fill, at: number, out: Float32Array): void {
  for (let channel = 0; channel < 3; channel++) out[channel] = octaves[0]?.colors[at * 3 + channel] ?? 0;
}

function pixelPainter({ width, height, octaves, offsets }: Fill, style: FillStyle) {
  const side = Math.max(width, height);
  const noises = noiseOctave(noiseCells, style.seed);
  const noise = new Float32Array(3);

  return (x: number, y: number, out: Float32Array): void => {
    const at = (y * width + x) * 3;
    const distance = (offsets[at + 2] ?? 0) / side;
    const depth = distance / (distance + style.reach);
    sampleOctave(noises, (x / side) * noises.width, (y / side) * noises.height, noise, 0);
    const bendX = noise[0] ?? 0;
    const bendY = noise[1] ?? 0;
    const unrest = noise[2] ?? 0;
    const fromX = x + 0.5 + 2 * (offsets[at] ?? 0) + bendX * depth * style.warp * side;
    const fromY = y + 0.5 + 2 * (offsets[at + 1] ?? 0) + bendY * depth * style.warp * side;
    sampleBlurred(octaves, fromX, fromY, distance * style.blur * side, out, 0);
    const share = Math.exp(-(((distance / style.reach) * (1 + 0.4 * unrest)) ** 2));
    const light = 1 + depth * style.shading * unrest;
    for (let channel = 0; channel < 3; channel++) {
      const smooth = octaves[0]?.colors[at + channel] ?? 0;
      const tint = 1 + depth * ((style.tint[channel] ?? 1) - 1);
      out[channel] = (smooth + ((out[channel] ?? 0) - smooth) * share) * light * tint;
    }
  };
}
