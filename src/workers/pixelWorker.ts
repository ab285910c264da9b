import type { Size } from '../model/geometry/rect.ts';
import { partsOf, ringsOfPart } from '../model/geometry/rings/parts.ts';
import type { Rings } from '../model/geometry/rings/ring.ts';
import { describeMask, type MaskReading, readMask } from '../model/pixels/maskReading.ts';
import { outlinePixels } from '../model/pixels/outlinePixels.ts';
import type { PixelQuestion } from '../model/pixels/pixelQuestion.ts';
import type { Pixels } from '../model/pixels/pixels.ts';
import { similarPixels } from '../model/pixels/similarPixels.ts';
import { expose } from './expose.ts';
import { readPixels } from './readPixels.ts';

/** An image by the id of its content, with its size in image px. */
type ImageFile = { readonly id: string; readonly blob: Blob; readonly size: Size };

/** A selection's outline is redrawn and combined with others in a blink up to about here. */
const wandVerticesMax = 6000;
/** A mask made elsewhere is kept as it is, unless it is noise. */
const maskVerticesMax = 20_000;

/** Of the image that was asked about last; of any other the memory is free, and one that could not be read is tried anew. */
let last: { readonly id: string; readonly pixels: Promise<Pixels> } | undefined;

/** What is asked of pixels, which never come to the page's own thread. Rings are in image px and in normal form. */
const jobs = {
  /** The outline of the similar pixels. The image is decoded at the first question. */
  async similarRings(image: ImageFile, question: PixelQuestion): Promise<Rings> {
    const pixels = await pixelsOf(image);
    const at = {
      x: Math.floor((question.at.x + 0.5) * (pixels.width / image.size.width)),
      y: Math.floor((question.at.y + 0.5) * (pixels.height / image.size.height)),
    };
    return outlinePixels(similarPixels(pixels, { ...question, at }), image.size, wandVerticesMax);
  },

  /** What a picture masks when it is stretched over an image of `size` (image px): the rings of each connected part. */
  async maskParts(file: Blob, size: Size, reading: MaskReading): Promise<readonly Rings[]> {
    const mask = readMask(await readPixels(file, size), reading);
    return partsOf(outlinePixels(mask, size, maskVerticesMax)).map(ringsOfPart);
  },

  async describeMask(file: Blob) {
    return describeMask(await readPixels(file));
  },
};

export type PixelJobs = typeof jobs;

expose(jobs);

function pixelsOf({ id, blob, size }: ImageFile): Promise<Pixels> {
  if (last?.id === id) return last.pixels;
  const reading = { id, pixels: readPixels(blob, size) };
  last = reading;
  reading.pixels.catch(() => {
    if (last === reading) last = undefined;
  });
  return reading.pixels;
}
