import type { Size } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import type { Pixels } from '../model/pixels/pixels.ts';

/**
 * The image's pixels, upright, scaled to the size in which an image of `size` (by default its own) is sent: finer detail
 * would never be seen, and 16 megapixels are the most that memory has to hold. Throws where it cannot be decoded.
 */
export async function readPixels(file: Blob, size?: Size): Promise<Pixels> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = sentImageSize(size ?? bitmap);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser has no memory left for the image.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
