/**
 * Some files cannot be worked on as they are: of more pixels than memory should hold for as long as the photo is open, stored
 * turned in a format that this browser does not turn, or damaged, though every viewer shows them. Of these an ordinary file
 * is made when they are opened, and from then on that is the photo: what is seen, masked, kept and sent is the same
 * everywhere, and nobody else has to know of such files.
 */
import { limits } from '../contract/limits.ts';
import type { CopyReason } from '../model/document/document.ts';
import type { Orientation } from '../model/files/exifOrientation.ts';
import { fileFindings } from '../model/files/fileFindings.ts';
import { type ImageHeader, orientedSize } from '../model/files/imageHeader.ts';
import type { Size } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import { isTurnedByBrowser } from './browserTurns.ts';
import { decodeDamaged } from './decodeDamaged.ts';
import { decodeReducedJpeg } from './decodeReducedJpeg.ts';
import { drawUpright } from './drawUpright.ts';
import { encodeCanvas } from './encodeCanvas.ts';

export type OpenedCopy = { readonly blob: Blob; readonly reason: CopyReason; readonly of: Size };
type Source = { readonly blob: Blob; readonly header: ImageHeader };

/** The copy that is opened in place of an undamaged file, or undefined where the file itself will do. */
export async function copyToOpen(
  source: Source & { readonly bytes: Uint8Array },
): Promise<OpenedCopy | undefined> {
  const { blob, header, bytes } = source;
  if (header.width * header.height > limits.imagePixelsMax) {
    // Without its metadata no browser turns a JPEG, so that the decoder may scale it whatever its orientation.
    const isBare = header.type === 'image/jpeg';
    const { picture } = fileFindings(bytes, header.type);
    const bare = isBare ? new Blob(picture.map(([start, end]) => blob.slice(start, end))) : blob;
    const isUpright = !isBare && (await isTurnedByBrowser(header));
    const stored = isUpright ? orientedSize(header) : { width: header.width, height: header.height };
    const bitmap = await decodeReduced(bare, { ...header, ...stored, orientation: 1 });
    return await uprightCopy(bitmap, isUpright ? 1 : header.orientation, source, 'large');
  }
  if (await isTurnedByBrowser(header)) return undefined;
  return await uprightCopy(await createImageBitmap(blob), header.orientation, source, 'turned');
}

/** The file up to the end of its picture. */
export function withoutTail(bytes: Uint8Array<ArrayBuffer>, type: string): Uint8Array<ArrayBuffer> {
  const { extras, picture } = fileFindings(bytes, type);
  return extras.has('otherData') ? bytes.subarray(0, picture.at(-1)?.[1]) : bytes;
}

/** A copy of what the browser shows of a damaged file. Throws where that is nothing. */
export async function copyOfDamaged({ blob, header }: Source): Promise<OpenedCopy> {
  const type = copyType(header);
  const canvas = await decodeDamaged(blob, type === 'image/jpeg' ? '#808080' : undefined);
  const of = { width: canvas.width, height: canvas.height };
  return { blob: await encodeCanvas(canvas, type), reason: 'damaged', of };
}

/** At about the size that is sent: by the JPEG decoder itself where it can, else the browser holds all pixels for seconds. */
async function decodeReduced(blob: Blob, header: ImageHeader): Promise<ImageBitmap> {
  const reduced = await decodeReducedJpeg(blob, header, limits.imageSideMax);
  if (reduced !== undefined) return reduced;
  const { width, height } = sentImageSize(header);
  return await createImageBitmap(blob, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
}

async function uprightCopy(
  bitmap: ImageBitmap,
  orientation: Orientation,
  { header }: Source,
  reason: CopyReason,
): Promise<OpenedCopy> {
  try {
    const { width, height } = sentImageSize(bitmap);
    const size = orientedSize({ width, height, orientation });
    const blob = await encodeCanvas(drawUpright(bitmap, orientation, size), copyType(header));
    return { blob, reason, of: orientedSize(header) };
  } finally {
    bitmap.close();
  }
}

function copyType({ type }: ImageHeader): 'image/jpeg' | 'image/png' {
  return type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
}
