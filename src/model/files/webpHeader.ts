import type { Size } from '../geometry/rect.ts';
import { type ByteBlock, subView, textAt } from './byteBlock.ts';
import { exifOrientation, type Orientation } from './exifOrientation.ts';
import { type HeaderReading, headerReading } from './imageHeader.ts';

const riffHeaderBytes = 12;
const animationFlag = 0x02;

/** WebP (RFC 9649): the first chunk has the size; in extended files it has flags too, and EXIF data may follow. */
export function readWebpHeader(view: DataView): HeaderReading {
  let size: Size | undefined;
  let orientation: Orientation = 1;
  let isAnimated = false;
  for (const { kind, data } of riffChunks(view)) {
    if (size === undefined) {
      size = sizeInChunk(kind, data);
      if (size === undefined) return 'corrupt';
      isAnimated = kind === 'VP8X' && (data.getUint8(0) & animationFlag) !== 0;
    }
    if (kind === 'EXIF') orientation = exifOrientation(withoutPrefix(data));
  }
  return headerReading('image/webp', size, orientation, isAnimated);
}

function sizeInChunk(kind: string, data: DataView): Size | undefined {
  if (kind === 'VP8 ' && data.byteLength >= 10) {
    return { width: data.getUint16(6, true) & 0x3fff, height: data.getUint16(8, true) & 0x3fff };
  }
  if (kind === 'VP8L' && data.byteLength >= 5) {
    const bits = data.getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X' && data.byteLength >= 10) {
    return { width: uint24(data, 4) + 1, height: uint24(data, 7) + 1 };
  }
  return undefined;
}

function uint24(data: DataView, offset: number): number {
  return data.getUint16(offset, true) | (data.getUint8(offset + 2) << 16);
}

/** Some writers put JPEG's `Exif` prefix before the TIFF data, though the format has none. */
function withoutPrefix(data: DataView): DataView {
  return (textAt(data, 0, 4) === 'Exif' && subView(data, 6, data.byteLength - 6)) || data;
}

function* riffChunks(view: DataView): Generator<ByteBlock<string>> {
  let offset = riffHeaderBytes;
  while (offset + 8 <= view.byteLength) {
    const length = view.getUint32(offset + 4, true);
    const data = subView(view, offset + 8, length);
    if (data === undefined) return;
    yield { kind: textAt(view, offset, 4), data };
    offset += 8 + length + (length % 2);
  }
}
