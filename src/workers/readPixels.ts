import { rectOfSize, type Size } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import type { Pixels } from '../model/pixels/pixels.ts';
import { drawnPixels } from './placedPixels.ts';

/**
 * The image's pixels, upright, scaled to the size in which an image of `size` (by default its own) is sent: finer detail
 * would never be seen, and 16 megapixels are the most that memory has to hold. Throws where it cannot be decoded.
 */
export async function readPixels(file: Blob, size?: Size): Promise<Pixels> {
  const bitmap = await createImageBitmap(file);
  const sentSize = sentImageSize(size ?? bitmap);
  return await drawnPixels(bitmap, sentSize, rectOfSize(sentSize));
}
