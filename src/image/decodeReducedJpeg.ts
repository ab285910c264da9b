import type { ImageHeader } from '../model/files/imageHeader.ts';
import type { Size } from '../model/geometry/rect.ts';
import { eighthsSize } from './previewSize.ts';

/**
 * A smaller bitmap of a large JPEG, in a third of the time of decoding all its pixels: the format itself can be decoded
 * at eighths of its size. Only upright files, whose size is surely the header's, and only where the browser has
 * `ImageDecoder` and heeds its desired size. `sideMax` (px): about how large. Undefined wherever it does not apply; the
 * ordinary way then decides.
 */
export async function decodeReducedJpeg(
  blob: Blob,
  header: ImageHeader,
  sideMax: number,
): Promise<ImageBitmap | undefined> {
  const size = eighthsSize(header, sideMax);
  const isFitting = header.type === 'image/jpeg' && header.orientation === 1 && size !== undefined;
  if (!isFitting || typeof ImageDecoder === 'undefined') return undefined;
  const decoder = new ImageDecoder({
    type: header.type,
    data: await blob.arrayBuffer(),
    desiredWidth: size.width,
    desiredHeight: size.height,
  });
  try {
    return await bitmapOfSize((await decoder.decode()).image, size);
  } catch {
    return undefined;
  } finally {
    decoder.close();
  }
}

/** Undefined where the decoder has not heeded the size. Frees the frame. */
async function bitmapOfSize(frame: VideoFrame, { width, height }: Size): Promise<ImageBitmap | undefined> {
  try {
    const isReduced = frame.displayWidth === width && frame.displayHeight === height;
    return isReduced ? await createImageBitmap(frame) : undefined;
  } finally {
    frame.close();
  }
}
