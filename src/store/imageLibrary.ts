import type { DisplayImage } from '../image/displayImage.ts';
import type { OpenedImage } from '../image/openImageFile.ts';

/** An image that is at hand: its file, and the bitmaps that the canvas draws. */
export type LoadedImage = { readonly opened: OpenedImage; readonly display: DisplayImage };

/**
 * The images that the document and its history refer to by id. Bytes and bitmaps stay out of the document, so that an
 * undo step stays small.
 */
export type ImageLibrary = ReturnType<typeof createImageLibrary>;

export function createImageLibrary() {
  const images = new Map<string, LoadedImage>();
  return {
    add: (image: LoadedImage) => void images.set(image.opened.source.id, image),
    get: (id: string) => images.get(id),
    ids: () => [...images.keys()],
  };
}
