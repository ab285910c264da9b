import type { PixelWorker } from '../../workers/connectWorkers.ts';
import type { DocumentStore } from '../editor/documentStore.ts';
import type { AnswerPixels } from '../editor/toolDriver.ts';
import type { ImageLibrary } from './imageLibrary.ts';

/** Has a worker look at the open photograph. */
export function createAnswerPixels(
  documents: DocumentStore,
  library: ImageLibrary,
  pixels: PixelWorker,
): AnswerPixels {
  return async (question) => {
    const { image } = documents.getState().document;
    const loaded = image ? library.getState().images.get(image.id) : undefined;
    if (!image || !loaded) return undefined;
    const { id, width, height } = image;
    const file = { id, blob: loaded.opened.blob, size: { width, height } };
    return await pixels.similarRings(file, question).catch(() => undefined);
  };
}
