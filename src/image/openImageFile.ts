import type { SourceImage } from '../model/document/document.ts';
import { displayName } from '../model/files/fileName.ts';
import type { ImageHeader } from '../model/files/imageHeader.ts';
import { contentId } from './contentId.ts';
import { decodePreview } from './decodePreview.ts';
import { type FileRefusal, fileRefusal } from './fileRefusal.ts';
import { type ImageFile, readImageFile } from './readImageFile.ts';

export type OpenedImage = {
  readonly kind: 'opened';
  readonly source: SourceImage;
  /** The file's bytes, held in memory, with the type they really have. */
  readonly blob: Blob;
  readonly header: ImageHeader;
  /** For the first frame; whoever takes the opened image closes it. */
  readonly preview: ImageBitmap;
};

export type OpenResult = OpenedImage | FileRefusal;

/**
 * Opens a file by what its bytes are, whatever its name and type claim, and never throws. `bytesMax` is for new files: what
 * was opened before is opened again, whatever the limit is by now.
 */
export async function openImageFile(
  file: Blob & { readonly name: string },
  bytesMax = Number.POSITIVE_INFINITY,
): Promise<OpenResult> {
  const read = await readImageFile(file, bytesMax);
  return read.kind === 'refused' ? read : await decodeFile(read, displayName(file.name));
}

async function decodeFile({ bytes, header }: ImageFile, name: string): Promise<OpenResult> {
  const blob = new Blob([bytes], { type: header.type });
  try {
    const [{ size, preview }, id] = await Promise.all([decodePreview(blob, header), contentId(bytes)]);
    return { kind: 'opened', source: { id, name, ...size }, blob, header, preview };
  } catch {
    return fileRefusal({ reason: 'damaged' });
  }
}
