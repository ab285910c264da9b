import type { Rect, Size } from '../model/geometry/rect.ts';
import type { Pixels } from '../model/pixels/pixels.ts';
import { exactPixels } from './exactPixels.ts';

type PlacedPixels = Pixels & { readonly imageSize: Size };

/**
 * The pixels of a canvas of `size` on which the image, upright and whole, is drawn at `at`; clear beside it. Throws where it
 * cannot be decoded, or where there is no memory for so much.
 */
export async function placedPixels(file: Blob, size: Size, at: Rect): Promise<PlacedPixels> {
  const bitmap = await createImageBitmap(file);
  const imageSize = { width: bitmap.width, height: bitmap.height };
  return { ...(await drawnPixels(bitmap, size, at)), imageSize };
}

/** The bitmap drawn at `at` on a clear canvas of `size`. Throws where there is no memory for it; it is freed either way. */
export async function drawnPixels(bitmap: ImageBitmap, { width, height }: Size, at: Rect): Promise<Pixels> {
  try {
    const context = contextOf({ width, height });
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, at.x, at.y, at.width, at.height);
    return { width, height, data: await exactPixels(context) };
  } finally {
    bitmap.close();
  }
}

/** A canvas with these pixels on it. */
export function canvasOf({ width, height, data }: Pixels): OffscreenCanvas {
  const context = contextOf({ width, height });
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return context.canvas;
}

/** Read more than drawn: kept in the page's memory, where its pixels are exact. */
function contextOf({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser has no memory left for the image.');
  return context;
}
