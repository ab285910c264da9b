import type { ProxyClient } from '../../api/proxyClient.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import type { PixelWorker } from '../../workers/connectWorkers.ts';
import { createAutosave } from './autosave.ts';
import { createAnswerPixels, createImageLibrary } from './imageLibrary.ts';
import { createLatestOpening } from './latestOpening.ts';
import { createMaskPictures } from './maskPictures.ts';
import { createOpenImage, type OpenImageParts } from './openImage.ts';
import { createOpenLink } from './openLink.ts';
import { restoreWork } from './restoreWork.ts';
import { createStoredImages } from './storedImages.ts';

type Parts = Omit<OpenImageParts, 'library' | 'openLatest' | 'save'> & {
  readonly client: ProxyClient;
  readonly storage: EditorStorage;
  readonly pixels: PixelWorker;
};

/** Photographs: opened, at hand for the stage, kept in this browser together with the work that is made of them. */
export function createImages(parts: Parts) {
  const { editor, storage, files, tabWork, notifyNotKept } = parts;
  const library = createImageLibrary();
  const stored = createStoredImages(library, storage, files);
  const autosave = createAutosave(editor, tabWork, notifyNotKept);

  const openLatest = createLatestOpening(editor);
  const { openFile, openImage } = createOpenImage({ ...parts, library, openLatest, save: stored.save });

  return {
    library,
    answerPixels: createAnswerPixels(editor, library, parts.pixels),
    ...stored,
    openLatest,
    openFile,
    openImage,
    openLink: createOpenLink({ ...parts, openImage }),
    ...createMaskPictures(editor, parts.pixels),
    autosave,
    /** Keeps once more what the page has, after the browser has closed its storage. */
    async keepAnew() {
      if (!(await stored.saveLost())) notifyNotKept({ code: 'photographNotKept' });
      await autosave.saveAnew();
    },
    restoreWork: () => restoreWork({ editor, images: stored, tabWork }),
  };
}

export type Images = ReturnType<typeof createImages>;
