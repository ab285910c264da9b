import type { Size } from '../model/geometry/rect.ts';
import type { Rings } from '../model/geometry/rings/ring.ts';
import type { MaskDescription, MaskReading } from '../model/pixels/maskReading.ts';
import type { PixelQuestion } from '../model/pixels/pixelQuestion.ts';
import type { ImageFile, PixelAnswer, PixelRequest } from './pixelMessages.ts';
import { createWorkerCalls, strayAnswer } from './workerCalls.ts';

/** What is asked of pixels, which never come to the page's own thread. All reject with the worker's message. */
export type PixelService = {
  /** The outline of the similar pixels, in image px and in normal form. The image is decoded at the first question. */
  similarRings(image: ImageFile, question: PixelQuestion): Promise<Rings>;
  /** What a picture masks when it is stretched over an image of `size`: the rings of each connected part, in image px. */
  maskParts(file: Blob, size: Size, reading: MaskReading): Promise<readonly Rings[]>;
  describeMask(file: Blob): Promise<MaskDescription>;
  /** Ends the worker; calls under way reject. */
  close(): void;
};

function startPixelWorker(): Worker {
  return new Worker(new URL('./pixelWorker.ts', import.meta.url), { type: 'module' });
}

export function createPixelService(startWorker: () => Worker = startPixelWorker): PixelService {
  const calls = createWorkerCalls<PixelRequest, PixelAnswer>(
    startWorker,
    'The pixels could not be read in the background.',
  );

  return {
    async similarRings(image, question) {
      const answer = await calls.ask({ kind: 'similar', image, question });
      return answer.kind === 'similar' ? answer.rings : strayAnswer();
    },
    async maskParts(file, size, reading) {
      const answer = await calls.ask({ kind: 'mask', file, size, reading });
      return answer.kind === 'mask' ? answer.parts : strayAnswer();
    },
    async describeMask(file) {
      const answer = await calls.ask({ kind: 'description', file });
      return answer.kind === 'description' ? answer.description : strayAnswer();
    },
    close: () => calls.end('The editor was closed.'),
  };
}
