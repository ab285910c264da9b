import { limits } from '../contract/limits.ts';
import type { FileRefusal } from './fileRefusal.ts';
import { readImageFile } from './readImageFile.ts';

/** The file's bytes, held in memory, with the type they really have. */
export type OpenedMask = { readonly kind: 'opened'; readonly blob: Blob };

/** Takes a picture that is to be read as a mask, within the limits of photographs. Never throws; decodes nothing yet. */
export async function openMaskFile(file: Blob): Promise<OpenedMask | FileRefusal> {
  const read = await readImageFile(file, limits.imageBytesMax);
  if (read.kind === 'refused') return read;
  return { kind: 'opened', blob: new Blob([read.bytes], { type: read.header.type }) };
}
