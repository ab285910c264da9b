import type { OpenedImage } from '../../image/openImageFile.ts';
import type { Document } from '../../model/document/document.ts';
import type { EditorStorage } from '../../storage/openStorage.ts';
import { addImage, type ImageLibrary } from './imageLibrary.ts';
import type { ImageFiles } from './openImage.ts';

export type StoredImages = ReturnType<typeof createStoredImages>;

/** The photograph of a document is neither in the page nor kept in this browser. */
export class PhotographGoneError extends Error {}

/** The photographs of documents: in the library while they are used, and in this browser's storage beyond that. */
export function createStoredImages(library: ImageLibrary, storage: EditorStorage, files: ImageFiles) {
  /** Undefined where its photograph is neither at hand nor kept. */
  async function find({ image }: Document): Promise<OpenedImage | undefined> {
    if (image === null) return undefined;
    const loaded = library.getState().images.get(image.id);
    if (loaded) return loaded.opened;
    const blob = await storage.loadImage(image.id);
    if (blob === undefined) return undefined;
    const opened = await files.openImageFile(new File([blob], image.name, { type: blob.type }));
    if (opened.kind !== 'opened') return undefined;
    // What was kept under an id has it, also where it would be given another today.
    const found = { ...opened, source: image };
    addImage(library, found, files.createDisplayImage);
    return found;
  }

  /** Resolves to false where there is no room. */
  function save({ source, blob }: OpenedImage): Promise<boolean> {
    return storage.saveImage(source.id, blob).then(
      () => true,
      () => false,
    );
  }

  async function isKept(id: string): Promise<boolean> {
    return (await storage.loadImage(id).catch(() => undefined)) !== undefined;
  }

  return {
    find,

    async openSource(document: Document): Promise<OpenedImage> {
      const opened = await find(document);
      if (!opened) throw new PhotographGoneError('The photograph is not at hand any more. Open it again.');
      return opened;
    },

    /** Stores the bytes, so that the document survives a reload. Resolves to false where there is no room. */
    save,

    /** Stores what the browser has lost of the images at hand. Resolves to false where it could not be. */
    async saveLost(): Promise<boolean> {
      let isAllKept = true;
      for (const { opened } of library.getState().images.values()) {
        if (!(await isKept(opened.source.id))) isAllKept = (await save(opened)) && isAllKept;
      }
      return isAllKept;
    },
  };
}
