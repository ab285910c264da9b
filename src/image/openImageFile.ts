import { limits } from '../contract/limits.ts';
import type { SourceImage } from '../model/document.ts';
import { displayName } from '../model/imageFile/fileName.ts';
import type { ImageHeader } from '../model/imageFile/imageHeader.ts';
import { readImageHeader } from '../model/imageFile/readImageHeader.ts';
import { sniffImageType } from '../model/imageFile/sniffImageType.ts';
import { contentId } from './contentId.ts';
import { decodePreview } from './decodePreview.ts';
import * as refusals from './refusal.ts';

export type OpenedImage = {
  readonly kind: 'opened';
  readonly source: SourceImage;
  /** The file's bytes, held in memory, with the type they really have. */
  readonly blob: Blob;
  readonly header: ImageHeader;
  /** For the first frame; whoever takes the opened image closes it. */
  readonly preview: ImageBitmap;
};

export type OpenResult = OpenedImage | refusals.Refusal;

/**
 * Opens a file by what its bytes are, whatever its name and type claim, and never throws. Sizes are checked before
 * anything is decoded, so that a hostile file costs no memory.
 */
export async function openImageFile(file: Blob & { readonly name: string }): Promise<OpenResult> {
  if (file.size > limits.imageBytesMax) return refusals.tooManyBytes(file.size);
  const bytes = await readBytes(file);
  if (bytes === undefined) return refusals.unreadableFile;
  if (bytes.length === 0) return refusals.emptyFile;
  const header = checkedHeader(bytes);
  return 'kind' in header ? header : await decodeFile(bytes, header, displayName(file.name));
}

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

function checkedHeader(bytes: Uint8Array): ImageHeader | refusals.Refusal {
  const sniffed = sniffImageType(bytes);
  if (sniffed.kind === 'unknown') return refusals.unsupportedFile(undefined);
  if (sniffed.kind === 'other') return refusals.unsupportedFile(sniffed.label);
  const header = readImageHeader(bytes, sniffed.type);
  if (typeof header === 'string') return refusals.damagedImage;
  const pixels = header.width * header.height;
  return pixels > limits.imagePixelsMax ? refusals.tooManyPixels(pixels) : header;
}

async function decodeFile(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  name: string,
): Promise<OpenResult> {
  const blob = new Blob([bytes], { type: header.type });
  try {
    const [{ size, preview }, id] = await Promise.all([decodePreview(blob, header), contentId(bytes)]);
    return { kind: 'opened', source: { id, name, ...size }, blob, header, preview };
  } catch {
    return refusals.damagedImage;
  }
}
