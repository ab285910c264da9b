import { type ByteBlock, subView, textAt } from './byteBlock.ts';
import { exifOrientation, type Orientation } from './exifOrientation.ts';
import { type HeaderReading, headerReading } from './imageHeader.ts';

const signatureBytes = 8;

/** PNG (third edition): IHDR first, `acTL` where it is animated, `eXIf` anywhere outside the image data. */
export function readPngHeader(view: DataView): HeaderReading {
  let size: { width: number; height: number } | undefined;
  let orientation: Orientation = 1;
  let isAnimated = false;
  for (const { kind, data } of pngChunks(view)) {
    if (size === undefined) {
      if (kind !== 'IHDR' || data.byteLength < 13) return 'corrupt';
      size = { width: data.getUint32(0), height: data.getUint32(4) };
    }
    if (kind === 'acTL') isAnimated = true;
    if (kind === 'eXIf') orientation = exifOrientation(data);
  }
  return headerReading('image/png', size, orientation, isAnimated);
}

function* pngChunks(view: DataView): Generator<ByteBlock<string>> {
  let offset = signatureBytes;
  while (offset + 12 <= view.byteLength) {
    const length = view.getUint32(offset);
    const kind = textAt(view, offset + 4, 4);
    const data = subView(view, offset + 8, length);
    if (data === undefined || kind === 'IEND') return;
    yield { kind, data };
    offset += 12 + length;
  }
}
