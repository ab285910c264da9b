import { limits } from '../contract/limits.ts';
import { type ForeignType, foreignSize, foreignType } from '../model/files/foreignImage.ts';
import type { ImageHeader } from '../model/files/imageHeader.ts';
import { readImageHeader } from '../model/files/readImageHeader.ts';
import { sniffImageType } from '../model/files/sniffImageType.ts';
import { type FileRefusal, fileRefusal } from './fileRefusal.ts';

/** A file that says of itself that it is an image, none too large. Whether it can be decoded is not known yet. */
export type ImageFile = {
  readonly kind: 'read';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Without pixels where only the decoder knows the size. */
  readonly header: ImageHeader;
  /** Why it is refused where it cannot be decoded. */
  readonly otherwise: FileRefusal;
};

/** At most `bytesMax` bytes. Never throws. Sizes are checked before anything is decoded, so that a hostile file costs no memory. */
export async function readImageFile(file: Blob, bytesMax: number): Promise<ImageFile | FileRefusal> {
  if (file.size > bytesMax) return fileRefusal({ reason: 'tooManyBytes', bytes: file.size, bytesMax });
  const bytes = await readBytes(file);
  if (bytes === undefined) return fileRefusal({ reason: 'unreadable' });
  if (bytes.length === 0) return fileRefusal({ reason: 'empty' });
  return checkSize(imageFile(bytes));
}

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

function imageFile(bytes: Uint8Array<ArrayBuffer>): ImageFile | FileRefusal {
  const sniffed = sniffImageType(bytes);
  if (sniffed.kind !== 'image') {
    const format = sniffed.kind === 'other' ? sniffed.format : undefined;
    const otherwise = fileRefusal({ reason: 'unsupported', format });
    const type = foreignType(format);
    return type ? { kind: 'read', bytes, header: foreignHeader(bytes, type), otherwise } : otherwise;
  }
  const otherwise = fileRefusal({ reason: 'damaged' });
  const header = readImageHeader(bytes, sniffed.type);
  return typeof header === 'string' ? otherwise : { kind: 'read', bytes, header, otherwise };
}

/** Decoders turn these themselves: their orientation is a property of the picture, and not EXIF's. */
function foreignHeader(bytes: Uint8Array, type: ForeignType): ImageHeader {
  const size = foreignSize(bytes, type) ?? { width: 0, height: 0 };
  return { ...size, type, orientation: 1, isAnimated: false };
}

function checkSize(file: ImageFile | FileRefusal): ImageFile | FileRefusal {
  if (file.kind === 'refused') return file;
  const pixels = file.header.width * file.header.height;
  return pixels > limits.filePixelsMax ? fileRefusal({ reason: 'tooManyPixels', pixels }) : file;
}
