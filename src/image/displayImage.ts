import type { OpenedImage } from './openImageFile.ts';
import { isSharpAt } from './previewSize.ts';

/** The bitmaps that the canvas draws an image from: a preview at once, all pixels when a close look asks for them. */
export type DisplayImage = {
  /**
   * The smallest bitmap at hand that is sharp at `scale` (device px per image px), else the sharpest. In the latter case
   * the whole image is decoded in the background.
   */
  bitmapAt(scale: number): ImageBitmap;
  /** Frees the bitmaps; none may be drawn afterwards. */
  close(): void;
};

/** Takes over the opened image's preview. `onSharper` is called once, when all pixels are ready to be drawn. */
export function createDisplayImage(
  { blob, source, preview }: Pick<OpenedImage, 'blob' | 'source' | 'preview'>,
  onSharper: () => void,
): DisplayImage {
  let whole: ImageBitmap | undefined;
  let isAskedFor = false;
  let isClosed = false;

  async function decodeWhole(): Promise<void> {
    // A failure (memory, most likely) leaves the preview, which is blurred but right.
    const bitmap = await createImageBitmap(blob).catch(() => undefined);
    if (isClosed) return bitmap?.close();
    whole = bitmap;
    if (bitmap !== undefined) onSharper();
  }

  return {
    bitmapAt(scale) {
      if (isSharpAt(preview, source, scale)) return preview;
      if (!isAskedFor) {
        isAskedFor = true;
        void decodeWhole();
      }
      return whole ?? preview;
    },
    close() {
      isClosed = true;
      preview.close();
      whole?.close();
    },
  };
}
