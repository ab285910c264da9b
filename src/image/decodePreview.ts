import type { Size } from '../model/geometry/rect.ts';
import { previewSize } from './imageLevel.ts';

export type DecodedPreview = {
  /** The size of the whole image as it is seen, in px. */
  readonly size: Size;
  /** The image at `previewSize`. */
  readonly preview: ImageBitmap;
};

/**
 * Decodes an image once, upright as its EXIF orientation asks, and keeps a bitmap of display size. The size comes from
 * the decoder and not from the header, because regions must lie on the very pixels that are drawn. Throws a
 * `DOMException` where the image is damaged or cut short.
 */
export async function decodePreview(blob: Blob): Promise<DecodedPreview> {
  const whole = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  const size = { width: whole.width, height: whole.height };
  const { width, height } = previewSize(size);
  if (width === size.width && height === size.height) return { size, preview: whole };
  try {
    const preview = await createImageBitmap(whole, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'medium',
    });
    return { size, preview };
  } finally {
    whole.close();
  }
}
