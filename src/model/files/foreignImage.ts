import type { Size } from '../geometry/rect.ts';
import { dataViewOf } from './byteBlock.ts';
import type { FileFormat } from './sniffImageType.ts';

/** Types that the service does not take and some browsers decode. */
export type ForeignType =
  | 'image/avif'
  | 'image/bmp'
  | 'image/heic'
  | 'image/jp2'
  | 'image/jxl'
  | 'image/tiff'
  | 'image/x-icon';

const types: Partial<Readonly<Record<FileFormat, ForeignType>>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  heic: 'image/heic',
  jpeg2000: 'image/jp2',
  jpegXl: 'image/jxl',
  tiff: 'image/tiff',
  icon: 'image/x-icon',
};

/** For a file input: types, and endings of those that systems seldom know. */
export const foreignTypesAccepted = [...Object.values(types), '.avif', '.heic', '.heif', '.jxl'];

/** What it is worth to ask the browser to decode the format as; never a drawing, a document or a video. */
export function foreignType(format: FileFormat | undefined): ForeignType | undefined {
  return format && types[format];
}

/** Where a file of boxes tells its size: before its pixels, in the properties of its items. */
const boxesBytesMax = 256 * 1024;
const sizeBox = 'ispe';
const sizeBoxBytes = 16;

/** The size that the file claims, as stored, before anything is decoded; undefined where only the decoder knows. */
export function foreignSize(bytes: Uint8Array, type: ForeignType): Size | undefined {
  const view = dataViewOf(bytes);
  if (type === 'image/bmp' && view.byteLength >= 26 && view.getUint32(14, true) >= 40) {
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  }
  return type === 'image/avif' || type === 'image/heic' ? largestItem(view) : undefined;
}

/** Of ISO/IEC 23008-12: a picture, its tiles and its thumbnail have an `ispe` each. */
function largestItem(view: DataView): Size | undefined {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, Math.min(view.byteLength, boxesBytesMax));
  let largest: Size | undefined;
  for (let at = bytes.indexOf(0x69); at !== -1; at = bytes.indexOf(0x69, at + 1)) {
    if (at + sizeBoxBytes > view.byteLength || !isSizeBox(bytes, at)) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

function isSizeBox(bytes: Uint8Array, at: number): boolean {
  return [...sizeBox].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}
