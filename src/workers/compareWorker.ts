import { checkKept } from '../model/compare/checkKept.ts';
import { restoreKept } from '../model/compare/restoreKept.ts';
import { rectOfSize, type Size } from '../model/geometry/rect.ts';
import { keptPixels } from '../model/mask/keptPixels.ts';
import type { PixelMask, Pixels } from '../model/pixels/pixels.ts';
import type { CompareAnswer, ComparedResult, CompareQuestion } from './compareMessages.ts';
import { canvasOf, placedPixels } from './placedPixels.ts';
import { type Call, replyTo } from './workerCalls.ts';

/** All of the canvas's size. */
type Compared = {
  readonly result: Pixels & { readonly imageSize: Size };
  readonly original: Pixels;
  readonly kept: PixelMask;
};

/** What was compared last: about 150 MB at 4096², so that another feather does not decode all of it again. */
let last: { readonly id: string; readonly compared: Promise<Compared> } | undefined;

self.addEventListener('message', async ({ data }: MessageEvent<Call<CompareQuestion>>) => {
  const reply = await replyTo(data, answer);
  self.postMessage(reply, { transfer: 'answer' in reply ? bitmapsOf(reply.answer) : [] });
});

async function answer(question: CompareQuestion): Promise<CompareAnswer> {
  const { kind } = question;
  const { result, original, kept } = await comparedOf(question.compared);
  if (kind === 'check') {
    const { difference, heat, ...figures } = checkKept(result, original, kept);
    return {
      kind,
      figures,
      resultSize: result.imageSize,
      difference: canvasOf(difference).transferToImageBitmap(),
      heat: canvasOf(heat).transferToImageBitmap(),
    };
  }
  const canvas = canvasOf(restoreKept(result, original, kept, question.feather));
  return kind === 'png'
    ? { kind, png: await canvas.convertToBlob({ type: 'image/png' }) }
    : { kind, restored: canvas.transferToImageBitmap() };
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

function bitmapsOf(given: CompareAnswer): ImageBitmap[] {
  if (given.kind === 'check') return [given.difference, given.heat];
  return given.kind === 'restore' ? [given.restored] : [];
}
