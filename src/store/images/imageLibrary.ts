import { createStore } from 'zustand/vanilla';
import type { DisplayImage } from '../../image/displayImage.ts';
import type { OpenedImage } from '../../image/openImageFile.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { PixelQuestion } from '../../model/pixels/pixelQuestion.ts';
import type { PixelWorker } from '../../workers/connectWorkers.ts';
import type { EditorStore } from '../editor/editorStore.ts';

/** An image that is at hand: its file, and the bitmaps that the canvas draws. */
export type LoadedImage = { readonly opened: OpenedImage; readonly display: DisplayImage };

export type ImageLibraryState = { readonly images: ReadonlyMap<string, LoadedImage> };
export type ImageLibrary = ReturnType<typeof createImageLibrary>;

/**
 * The images that the document and its history refer to by id. Bytes and bitmaps stay out of the document, so that an
 * undo step stays small.
 */
export function createImageLibrary() {
  return createStore<ImageLibraryState>()(() => ({ images: new Map() }));
}

export type CreateDisplayImage = (opened: OpenedImage, onSharper: () => void) => DisplayImage;

/** Subscribers hear of a new image, and again when it can be drawn sharper. */
export function addImage(library: ImageLibrary, opened: OpenedImage, createDisplayImage: CreateDisplayImage) {
  const { id } = opened.source;
  if (library.getState().images.has(id)) {
    opened.preview.close();
    return;
  }
  const announce = (loaded: LoadedImage) =>
    library.setState(({ images }) => ({ images: new Map(images).set(id, loaded) }));
  const loaded: LoadedImage = { opened, display: createDisplayImage(opened, () => announce(loaded)) };
  announce(loaded);
}

/** Has a worker look at the open photograph. Resolves to undefined where its pixels cannot be read. */
export function createAnswerPixels(editor: EditorStore, library: ImageLibrary, pixels: PixelWorker) {
  return async (question: PixelQuestion): Promise<Rings | undefined> => {
    const { image } = editor.getState().document;
    const loaded = image ? library.getState().images.get(image.id) : undefined;
    if (!image || !loaded) return undefined;
    const { id, width, height } = image;
    const file = { id, blob: loaded.opened.blob, size: { width, height } };
    return await pixels.similarRings(file, question).catch(() => undefined);
  };
}
