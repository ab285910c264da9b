import { limits } from '../contract/limits.ts';
import type { SourceImage } from '../model/document/document.ts';
import { displayName } from '../model/files/fileName.ts';
import type { ImageHeader } from '../model/files/imageHeader.ts';
import { contentId } from './contentId.ts';
import { type DecodedPreview, decodePreview } from './decodePreview.ts';
import { type FileRefusal, fileRefusal } from './fileRefusal.ts';
import type { OpenedCopy } from './openedCopy.ts';
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

/** Of a larger file, what hangs behind the picture is not kept: a motion photo's video needs no room here. */
const wholeBytesMax = 20 * 1024 * 1024;

/** Few files need a copy, or a part of them cut: the code for it is loaded when one does. */
const loadCopying = () => import('./openedCopy.ts');

/**
 * Opens a file by what its bytes are, whatever its name and type claim, and never throws. `bytesMax` is for new files: what
 * was opened before is opened again, whatever the limit is by now.
 */
export async function openImageFile(
  file: Blob & { readonly name: string },
  bytesMax = Number.POSITIVE_INFINITY,
): Promise<OpenResult> {
  const read = await readImageFile(file, bytesMax);
  if (read.kind === 'refused') return read;
  return (await openBytes(read, displayName(file.name)).catch(() => undefined)) ?? read.otherwise;
}

async function openBytes(file: ImageFile, name: string): Promise<OpenResult | undefined> {
  const { header } = file;
  const isLong = file.bytes.length > wholeBytesMax;
  const bytes = isLong ? (await loadCopying()).withoutTail(file.bytes, header.type) : file.bytes;
  const blob = new Blob([bytes], { type: header.type });
  const pixels = header.width * header.height;
  try {
    const isAsked = pixels > limits.imagePixelsMax || header.orientation !== 1;
    const copy = isAsked ? await (await loadCopying()).copyToOpen({ blob, header, bytes }) : undefined;
    if (copy) return await openCopy(copy, name);
    const [decoded, id] = await Promise.all([decodePreview(blob, header), contentId(bytes)]);
    return openedImage({ id, name, decoded, blob, header });
  } catch {
    if (pixels > limits.imagePixelsMax) return fileRefusal({ reason: 'tooManyPixelsHere', pixels });
    return await openCopy(await (await loadCopying()).copyOfDamaged({ blob, header }), name);
  }
}

/** The copy is an ordinary file, and is read as one. */
async function openCopy({ blob, reason, of }: OpenedCopy, name: string): Promise<OpenResult> {
  const read = await readImageFile(blob, Number.POSITIVE_INFINITY);
  if (read.kind === 'refused') return read;
  const { bytes, header } = read;
  const [decoded, id] = await Promise.all([decodePreview(blob, header), contentId(bytes)]);
  const opened = openedImage({ id, name, decoded, blob, header });
  return { ...opened, source: { ...opened.source, copy: { reason, ...of } } };
}

type Parts = Pick<OpenedImage, 'blob' | 'header'> & {
  readonly id: string;
  readonly name: string;
  readonly decoded: DecodedPreview;
};

function openedImage({ id, name, decoded, ...file }: Parts): OpenedImage {
  const { size, preview } = decoded;
  return { kind: 'opened', source: { id, name, ...size }, preview, ...file };
}
