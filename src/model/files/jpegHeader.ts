import type { Size } from '../geometry/rect.ts';
import { type ByteBlock, subView, textAt } from './byteBlock.ts';
import { exifOrientation, type Orientation } from './exifOrientation.ts';
import { type HeaderReading, headerReading } from './imageHeader.ts';

const app1 = 0xe1;
const startOfScan = 0xda;
const endOfImage = 0xd9;
const exifPrefix = 'Exif\0\0';

/** JPEG (ITU T.81): a start-of-frame segment has the size, the first EXIF segment before the scan the orientation. */
export function readJpegHeader(view: DataView): HeaderReading {
  let size: Size | undefined;
  let orientation: Orientation | undefined;
  for (const { kind, data } of jpegSegments(view)) {
    if (isStartOfFrame(kind)) {
      if (data.byteLength < 5) return 'corrupt';
      size = { width: data.getUint16(3), height: data.getUint16(1) };
    }
    if (kind === app1 && orientation === undefined) orientation = orientationInSegment(data);
  }
  return headerReading('image/jpeg', size, orientation);
}

/** 0xC0 to 0xCF, without the tables (C4, CC) and the reserved C8 between them. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function orientationInSegment(data: DataView): Orientation | undefined {
  if (textAt(data, 0, exifPrefix.length) !== exifPrefix) return undefined;
  const tiff = subView(data, exifPrefix.length, data.byteLength - exifPrefix.length);
  return tiff && exifOrientation(tiff);
}

/** The segments before the scan. Like libjpeg, skips whatever stands between them until the next marker. */
function* jpegSegments(view: DataView): Generator<ByteBlock<number>> {
  let offset = 2;
  while (offset + 1 < view.byteLength) {
    const marker = view.getUint8(offset + 1);
    if (view.getUint8(offset) !== 0xff || marker === 0xff || isStandalone(marker)) {
      offset += 1;
      continue;
    }
    if (marker === startOfScan || marker === endOfImage || offset + 4 > view.byteLength) return;
    const length = Math.max(2, view.getUint16(offset + 2));
    const data = subView(view, offset + 4, length - 2);
    if (data === undefined) return;
    yield { kind: marker, data };
    offset += 2 + length;
  }
}

/** Markers without a length: stuffed zeros, TEM, restarts and start of image. */
function isStandalone(marker: number): boolean {
  return marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
