import type { ImageMimeType } from '../../contract/imageType.ts';
import { dataViewOf } from './byteBlock.ts';
import { readGifHeader } from './gifHeader.ts';
import type { HeaderReading } from './imageHeader.ts';
import { readJpegHeader } from './jpegHeader.ts';
import { readPngHeader } from './pngHeader.ts';
import { readWebpHeader } from './webpHeader.ts';

const readers: Record<ImageMimeType, (view: DataView) => HeaderReading> = {
  'image/jpeg': readJpegHeader,
  'image/png': readPngHeader,
  'image/gif': readGifHeader,
  'image/webp': readWebpHeader,
};

/** Reads the header of a whole file whose type was sniffed. Total: any bytes give a header or a defect, in linear time. */
export function readImageHeader(bytes: Uint8Array, type: ImageMimeType): HeaderReading {
  return readers[type](dataViewOf(bytes));
}
