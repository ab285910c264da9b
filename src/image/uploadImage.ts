import { uploadName } from '../model/files/fileName.ts';
import { isSameSize, type Size } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import type { OpenedImage } from './openImageFile.ts';

export type UploadImage = { readonly blob: Blob; readonly name: string };

/** The browser has no memory left to scale the image. */
export class ScalingError extends Error {}

/** Of JPEG, on a scale from 0 to 1: no visible loss on top of the photograph's own. */
const jpegQuality = 0.95;

/**
 * The file to send for an opened image, of `sentImageSize`. The original bytes where every reader sees in them what the
 * editor shows; else upright, still and scaled, as JPEG for a JPEG and as PNG for the rest, transparency included.
 * Throws where the browser cannot decode or encode so much.
 */
export async function imageForUpload({
  blob,
  source,
  header,
}: Pick<OpenedImage, 'blob' | 'source' | 'header'>): Promise<UploadImage> {
  const sentSize = sentImageSize(source);
  const isPlain = header.orientation === 1 && !header.isAnimated;
  if (isPlain && isSameSize(header, source) && isSameSize(source, sentSize)) {
    return { blob, name: uploadName(source.name, header.type) };
  }
  const type = header.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  return { blob: await encodeAt(blob, sentSize, type), name: uploadName(source.name, type) };
}

async function encodeAt(blob: Blob, { width, height }: Size, type: string): Promise<Blob> {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new ScalingError('No canvas of the size to send.');
  const bitmap = await createImageBitmap(blob);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return await context.canvas.convertToBlob({ type, quality: jpegQuality });
}
