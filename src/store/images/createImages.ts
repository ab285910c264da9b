import type { ProxyClient } from '../../api/proxyClient.ts';
import type { Document } from '../../model/document/document.ts';
import type { PixelQuestion } from '../../model/pixels/pixelQuestion.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import type { PixelWorker } from '../../workers/connectWorkers.ts';
import type { EditorStore } from '../editor/createEditorStore.ts';
import type { TabWork } from '../tabs/tabWork.ts';
import { createAutosave } from './autosave.ts';
import { createImageLibrary } from './imageLibrary.ts';
import { createKeptImages } from './keptImages.ts';
import { createMaskPictures } from './maskPictures.ts';
import { createOpenImage, type ImageFiles } from './openImage.ts';
import { createOpenLink } from './openLink.ts';
import { restoreWork } from './restoreWork.ts';

type Parts = {
  readonly editor: EditorStore;
  readonly client: ProxyClient;
  readonly storage: EditorStorage;
  readonly pixels: PixelWorker;
  readonly files: ImageFiles;
  readonly tabWork: TabWork;
  notifyNotKept(message: string): void;
};

/** Photographs: opened, at hand for the stage, kept in this browser together with the work that is made of them. */
export function createImages(parts: Parts) {
  const { editor, storage, files, tabWork, notifyNotKept } = parts;
  const library = createImageLibrary();
  const kept = createKeptImages(library, storage, files);
  const autosave = createAutosave(editor, tabWork, notifyNotKept);

  /** The document of the last visit, where it was made of that image. */
  async function recall(imageId: string): Promise<Document | undefined> {
    const work = await tabWork.load().catch(() => undefined);
    return work?.document.image?.id === imageId ? work.document : undefined;
  }

  const openImage = createOpenImage({ ...parts, library, recall, keep: kept.keep });

  return {
    library,
    ...kept,
    openImage,
    openLink: createOpenLink({ ...parts, openImage }),
    ...createMaskPictures(editor, parts.pixels),
    autosave,
    restoreWork: () => restoreWork({ editor, images: kept, tabWork }),
  };
}

export type Images = ReturnType<typeof createImages>;

/** Has a worker look at the open photograph; undefined where its pixels cannot be read. */
export async function answerPixels(
  { editor, images, pixels }: { editor: EditorStore; images: Images; pixels: PixelWorker },
  question: PixelQuestion,
) {
  const { image } = editor.getState().document;
  const loaded = image ? images.library.getState().images.get(image.id) : undefined;
  if (!image || !loaded) return undefined;
  const { id, width, height } = image;
  const file = { id, blob: loaded.opened.blob, size: { width, height } };
  return await pixels.similarRings(file, question).catch(() => undefined);
}
