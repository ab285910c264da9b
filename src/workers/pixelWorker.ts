import { partsOf, ringsOfPart } from '../model/geometry/rings/parts.ts';
import { describeMask, readMask } from '../model/pixels/maskReading.ts';
import { outlinePixels } from '../model/pixels/outlinePixels.ts';
import type { Pixels } from '../model/pixels/pixels.ts';
import { similarPixels } from '../model/pixels/similarPixels.ts';
import type { ImageFile, PixelAnswer, PixelRequest } from './pixelMessages.ts';
import { readPixels } from './readPixels.ts';
import { type Call, replyTo } from './workerCalls.ts';

/** A selection's outline is redrawn and combined with others in a blink up to about here. */
const wandVerticesMax = 6000;
/** A mask made elsewhere is kept as it is, unless it is noise. */
const maskVerticesMax = 20_000;

/** Of the image that was asked about last; of any other the memory is free, and one that could not be read is tried anew. */
let last: { readonly id: string; readonly pixels: Promise<Pixels> } | undefined;

self.addEventListener('message', async ({ data }: MessageEvent<Call<PixelRequest>>) => {
  self.postMessage(await replyTo(data, answer));
});

async function answer(request: PixelRequest): Promise<PixelAnswer> {
  switch (request.kind) {
    case 'similar':
      return { kind: 'similar', rings: await similarRings(request) };
    case 'mask': {
      const { file, size, reading } = request;
      const mask = readMask(await readPixels(file, size), reading);
      const parts = partsOf(outlinePixels(mask, size, maskVerticesMax)).map(ringsOfPart);
      return { kind: 'mask', parts };
    }
    case 'description':
      return { kind: 'description', description: describeMask(await readPixels(request.file)) };
  }
}

async function similarRings({ image, question }: PixelRequest & { kind: 'similar' }) {
  const pixels = await pixelsOf(image);
  const at = {
    x: Math.floor((question.at.x + 0.5) * (pixels.width / image.size.width)),
    y: Math.floor((question.at.y + 0.5) * (pixels.height / image.size.height)),
  };
  return outlinePixels(similarPixels(pixels, { ...question, at }), image.size, wandVerticesMax);
}

function pixelsOf({ id, blob, size }: ImageFile): Promise<Pixels> {
  if (last?.id === id) return last.pixels;
  const reading = { id, pixels: readPixels(blob, size) };
  last = reading;
  reading.pixels.catch(() => {
    if (last === reading) last = undefined;
  });
  return reading.pixels;
}
