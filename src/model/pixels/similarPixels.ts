import { floodPixels } from './floodPixels.ts';
import type { PixelQuestion } from './pixelQuestion.ts';
import type { PixelMask, Pixels } from './pixels.ts';

/** The four channels of a colour, or a limit for each. */
type Channels = readonly [number, number, number, number];

/**
 * The pixels whose colour is near enough to the picked one in every channel: all of them, or those that can be reached
 * from the picked pixel over shared sides, which itself always counts. None where the picked pixel is beside the picture.
 */
export function similarPixels(pixels: Pixels, question: PixelQuestion): PixelMask {
  const { width, height } = pixels;
  const { x, y } = question.at;
  const bits = new Uint8Array(width * height);
  if (x < 0 || y < 0 || x >= width || y >= height) return { width, height, bits };
  const isSimilar = similarity(pixels, question);
  for (let pixel = 0; pixel < bits.length; pixel++) if (isSimilar(pixel)) bits[pixel] = 1;
  return question.isContiguous ? floodPixels({ width, height, bits }, question.at) : { width, height, bits };
}

/** Whether the pixel of an index is similar: compared as whole numbers between limits, which is quick. */
function similarity(pixels: Pixels, question: PixelQuestion): (pixel: number) => boolean {
  const { data } = pixels;
  const picked = meanColour(pixels, question);
  const [redMin, greenMin, blueMin, alphaMin] = limitsOf(picked, -question.tolerance, Math.ceil);
  const [redMax, greenMax, blueMax, alphaMax] = limitsOf(picked, question.tolerance, Math.floor);
  const isWithin = (value: number | undefined, min: number, max: number) =>
    value !== undefined && value >= min && value <= max;
  return (pixel) =>
    isWithin(data[pixel * 4], redMin, redMax) &&
    isWithin(data[pixel * 4 + 1], greenMin, greenMax) &&
    isWithin(data[pixel * 4 + 2], blueMin, blueMax) &&
    isWithin(data[pixel * 4 + 3], alphaMin, alphaMax);
}

function limitsOf(colour: Channels, offset: number, round: (value: number) => number): Channels {
  const [red, green, blue, alpha] = colour;
  return [round(red + offset), round(green + offset), round(blue + offset), round(alpha + offset)];
}

/** The mean of the square around the picked pixel, as far as it lies in the picture. */
function meanColour({ width, height, data }: Pixels, { at, sampleSize }: PixelQuestion): Channels {
  const reach = Math.floor(sampleSize / 2);
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, at.y - reach); y <= Math.min(height - 1, at.y + reach); y++) {
    for (let x = Math.max(0, at.x - reach); x <= Math.min(width - 1, at.x + reach); x++) {
      const start = (y * width + x) * 4;
      for (const channel of [0, 1, 2, 3] as const) sums[channel] += data[start + channel] ?? 0;
      count += 1;
    }
  }
  const [red, green, blue, alpha] = sums;
  return [red / count, green / count, blue / count, alpha / count];
}
