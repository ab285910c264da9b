import { limits } from '../contract/limits.ts';
import type { ImageHeader } from '../model/files/imageHeader.ts';
import { readImageHeader } from '../model/files/readImageHeader.ts';
import { sniffImageType } from '../model/files/sniffImageType.ts';
import { type FileRefusal, fileRefusal } from './fileRefusal.ts';

/** A file that says of itself that it is an image, none too large. Whether it can be decoded is not known yet. */
export type ImageFile = {
  readonly kind: 'read';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly header: ImageHeader;
};

/** At most `bytesMax` bytes. Never throws. Sizes are checked before anything is decoded, so that a hostile file costs no memory. */
export async function readImageFile(file: Blob, bytesMax: number): Promise<ImageFile | FileRefusal> {
  if (file.size > bytesMax) return fileRefusal({ reason: 'tooManyBytes', bytes: file.size, bytesMax });
  const bytes = await readBytes(file);
  if (bytes === undefined) return fileRefusal({ reason: 'unreadable' });
  if (bytes.length === 0) return fileRefusal({ reason: 'empty' });
  const header = checkedHeader(bytes);
  return 'kind' in header ? header : { kind: 'read', bytes, header };
}

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

function checkedHeader(bytes: Uint8Array): ImageHeader | FileRefusal {
  const sniffed = sniffImageType(bytes);
  if (sniffed.kind === 'unknown') return fileRefusal({ reason: 'unsupported', format: undefined });
  if (sniffed.kind === 'other') return fileRefusal({ reason: 'unsupported', format: sniffed.format });
  const header = readImageHeader(bytes, sniffed.type);
  if (typeof header === 'string') return fileRefusal({ reason: 'damaged' });
  const pixels = header.width * header.height;
  return pixels > limits.imagePixelsMax ? fileRefusal({ reason: 'tooManyPixels', pixels }) : header;
}
