import { checkKept, type KeptFigures } from '../model/compare/checkKept.ts';
import { restoreKept } from '../model/compare/restoreKept.ts';
import type { Document } from '../model/document/document.ts';
import { rectOfSize, type Size } from '../model/geometry/rect.ts';
import { keptPixels } from '../model/mask/keptPixels.ts';
import type { MaskFrameKind } from '../model/mask/maskFrame.ts';
import type { PixelMask, Pixels } from '../model/pixels/pixels.ts';
import { expose } from './expose.ts';
import { canvasOf, placedPixels } from './placedPixels.ts';

/** A result, and the photograph and layout that it was made from. `id` names all of it together. */
export type ComparedResult = {
  readonly id: string;
  readonly result: Blob;
  readonly original: Blob;
  readonly document: Document;
  readonly maskFrame: MaskFrameKind;
};

/** Figures, and the two maps of `model/compare/checkKept.ts` to be drawn over the whole canvas. */
export type KeptCheckBitmaps = {
  readonly figures: KeptFigures;
  /** Of the result as it came; where it is not the canvas's, the result was stretched to be compared. */
  readonly resultSize: Size;
  readonly difference: ImageBitmap;
  readonly heat: ImageBitmap;
};

/** All of the canvas's size. */
type Compared = {
  readonly result: Pixels & { readonly imageSize: Size };
  readonly original: Pixels;
  readonly kept: PixelMask;
};

/** What was compared last: about 150 MB at 4096², so that another feather does not decode all of it again. */
let last: { readonly id: string; readonly compared: Promise<Compared> } | undefined;

/** Compares a result with what it was made from, pixel by pixel of the canvas. Feathers are in canvas px. */
const jobs = {
  async check(asked: ComparedResult): Promise<KeptCheckBitmaps> {
    const { result, original, kept } = await comparedOf(asked);
    const { difference, heat, ...figures } = checkKept(result, original, kept);
    return {
      figures,
      resultSize: result.imageSize,
      difference: canvasOf(difference).transferToImageBitmap(),
      heat: canvasOf(heat).transferToImageBitmap(),
    };
  },

  /** The result with the original put back where it was to be kept, to be looked at. Whoever asks closes it. */
  async restore(asked: ComparedResult, feather: number): Promise<ImageBitmap> {
    return (await restoredCanvas(asked, feather)).transferToImageBitmap();
  },

  /** The same as a PNG file of the canvas's size. */
  async restoredPng(asked: ComparedResult, feather: number): Promise<Blob> {
    return (await restoredCanvas(asked, feather)).convertToBlob({ type: 'image/png' });
  },
};

export type CompareJobs = typeof jobs;

expose(jobs);

async function restoredCanvas(asked: ComparedResult, feather: number): Promise<OffscreenCanvas> {
  const { result, original, kept } = await comparedOf(asked);
  return canvasOf(restoreKept(result, original, kept, feather));
}

function comparedOf(asked: ComparedResult): Promise<Compared> {
  if (last?.id === asked.id) return last.compared;
  const reading = { id: asked.id, compared: compare(asked) };
  last = reading;
  reading.compared.catch(() => {
    if (last === reading) last = undefined;
  });
  return reading.compared;
}

/** A result of another size than the canvas's is stretched over it, as it is on the stage. */
async function compare({ result, original, document, maskFrame }: ComparedResult): Promise<Compared> {
  const { canvas, placement } = document;
  return {
    result: await placedPixels(result, canvas, rectOfSize(canvas)),
    original: await placedPixels(original, canvas, placement),
    kept: keptPixels(document, maskFrame),
  };
}
