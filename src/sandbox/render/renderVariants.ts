import sharp from 'sharp';
import type { GenerationRequest } from '../../contract/generationRequest.ts';
import type { Size } from '../../model/geometry/rect.ts';
import { canvasMask, type MaskInput } from './canvasMask.ts';
import { imageSize } from './decodeImage.ts';
import { type FillStyle, fillStyles } from './fill/fillStyle.ts';
import { paintHoles } from './fill/paintHoles.ts';
import { pullPush } from './fill/pullPush.ts';
import { reflectionOffsets } from './fill/reflectionOffsets.ts';
import { mergeFill } from './mergeFill.ts';
import { keptPicture, type Picture, shrinkPicture } from './picture.ts';
import { placeImage } from './placeImage.ts';

export type RenderInput = Pick<GenerationRequest['model_params'], 'canvas' | 'img_pos'> & {
  readonly image: Uint8Array;
  readonly mask: MaskInput;
};

/** Holes are filled at a lower resolution on a larger canvas: the fill is soft, and time grows with the pixels. */
const fillSideMax = 1024;

/**
 * Up to four PNGs of the canvas: the placed image where it is kept, and everything masked or uncovered filled from its
 * surroundings, differently in each. Throws a `RenderError` where the input cannot be used.
 */
export async function renderVariants(input: RenderInput, count: number): Promise<readonly Uint8Array[]> {
  const { canvas, img_pos: placement } = input;
  const image = await imageSize(input.image, 'image');
  const placed = await placeImage(input.image, placement, canvas);
  const repaint = await canvasMask(input.mask, { image, placement, canvas });
  const picture = await keptPicture(placed, repaint, canvas);
  return fillPicture(picture, fillStyles.slice(0, count));
}

async function fillPicture(picture: Picture, chosen: readonly FillStyle[]): Promise<readonly Uint8Array[]> {
  const factor = Math.ceil(Math.max(picture.width, picture.height) / fillSideMax);
  const octave = await shrinkPicture(picture, factor);
  const offsets = await reflectionOffsets(octave);
  const { width, height, known } = octave;
  const fill = { width, height, known, offsets, octaves: await pullPush(octave) };
  const files: Promise<Uint8Array>[] = [];
  for (const style of chosen) {
    const painted = { width, height, data: await paintHoles(fill, style) };
    files.push(encodePng(await mergeFill(picture, painted, factor, style), picture));
  }
  return Promise.all(files);
}

/** PNG, because kept pixels are exact; quickly packed, because nobody keeps a sandbox's results. */
function encodePng(data: Uint8Array, { width, height }: Size): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
