import { type HeaderReading, headerReading } from './imageHeader.ts';

const screenDescriptorEnd = 13;
const extension = 0x21;
const imageDescriptor = 0x2c;

/** GIF (89a): the size is the logical screen's; a second image makes it animated. */
export function readGifHeader(view: DataView): HeaderReading {
  if (view.byteLength < screenDescriptorEnd) return 'truncated';
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return headerReading('image/gif', size, 1, hasSecondImage(view));
}

function hasSecondImage(view: DataView): boolean {
  let imageCount = 0;
  let offset = screenDescriptorEnd + colourTableBytes(view.getUint8(10));
  while (offset + 10 < view.byteLength) {
    const kind = view.getUint8(offset);
    if (kind === imageDescriptor) {
      imageCount += 1;
      if (imageCount === 2) return true;
      const codeSize = offset + 10 + colourTableBytes(view.getUint8(offset + 9));
      offset = subBlocksEnd(view, codeSize + 1);
    } else if (kind === extension) {
      offset = subBlocksEnd(view, offset + 2);
    } else {
      return false;
    }
  }
  return false;
}

/** The flags of a screen or image descriptor say whether a table of RGB entries follows, and of what power of two. */
function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** The offset after a run of length-prefixed blocks, which an empty one ends. */
function subBlocksEnd(view: DataView, start: number): number {
  let offset = start;
  while (offset < view.byteLength) {
    const length = view.getUint8(offset);
    offset += 1 + length;
    if (length === 0) break;
  }
  return offset;
}
