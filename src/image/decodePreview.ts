import type { ImageHeader } from '../model/files/imageHeader.ts';
import type { Size } from '../model/geometry/rect.ts';
import { decodeReducedJpeg } from './decodeReducedJpeg.ts';
import { previewSideMax, previewSize } from './previewSize.ts';

export type DecodedPreview = {
  /** The size of the whole image as it is seen, in px. */
  readonly size: Size;
  /** The image at about 2048 px on its longest side, or at its own size where that is smaller. */
  readonly preview: ImageBitmap;
};

/**
 * Decodes an image once, upright as its EXIF orientation asks, and keeps a bitmap of display size. The size comes from
 * the decoder wherever it could differ from the header's, because regions must lie on the very pixels that are drawn.
 * Throws a `DOMException` where the image is damaged or cut short.
 */
export async function decodePreview(blob: Blob, header: ImageHeader): Promise<DecodedPreview> {
  const reduced = await decodeReducedJpeg(blob, header, previewSideMax);
  if (reduced !== undefined) {
    return { size: { width: header.width, height: header.height }, preview: reduced };
  }
  const whole = await createImageBitmap(blob);
  const size = { width: whole.width, height: whole.height };
  return { size, preview: await shrinkToPreview(whole) };
}

async function shrinkToPreview(whole: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = previewSize(whole);
  if (width === whole.width && height === whole.height) return whole;
  const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' } as const;
  try {
    return await createImageBitmap(whole, options);
  } finally {
    whole.close();
  }
}
