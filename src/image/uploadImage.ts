import type { ByteRange } from '../model/files/fileFindings.ts';
import { uploadName } from '../model/files/fileName.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import { drawUpright } from './drawUpright.ts';
import { type EncodedType, encodeCanvas } from './encodeCanvas.ts';
import type { OpenedImage } from './openImageFile.ts';
import { readSentForm } from './readSentForm.ts';

export type UploadImage = { readonly blob: Blob; readonly name: string };
type ImageToSend = Pick<OpenedImage, 'blob' | 'source' | 'header'>;

/**
 * The file to send for an opened image, of `sentImageSize`: what the editor shows, upright and in sRGB, and nothing else. The
 * bytes of the file's own picture where every reader sees that in them; else encoded anew, as JPEG for a JPEG and as PNG for
 * the rest, transparency included. Throws where the browser cannot decode or encode so much.
 */
export async function imageForUpload(opened: ImageToSend, bytesMax: number): Promise<UploadImage> {
  const type = opened.header.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  const { form, findings } = await readSentForm(opened, bytesMax);
  if (form.kind === 'encoded') return await encodedImage(opened, type, bytesMax);
  const name = uploadName(opened.source.name, type);
  return form.kind === 'file'
    ? { blob: opened.blob, name }
    : { blob: partsOf(opened.blob, findings.picture, type), name };
}

function partsOf(blob: Blob, parts: readonly ByteRange[], type: EncodedType): Blob {
  return new Blob(
    parts.map(([start, end]) => blob.slice(start, end)),
    { type },
  );
}

/** A PNG that the server would refuse goes as a JPEG: what is transparent cannot weigh that much. */
async function encodedImage(
  { blob, source }: ImageToSend,
  type: EncodedType,
  bytesMax: number,
): Promise<UploadImage> {
  const bitmap = await createImageBitmap(blob);
  const canvas = drawUpright(bitmap, 1, sentImageSize(source));
  bitmap.close();
  const encoded = await encodeCanvas(canvas, type);
  const isHeavy = type === 'image/png' && encoded.size > bytesMax;
  const sent = isHeavy ? await encodeCanvas(canvas, 'image/jpeg') : encoded;
  return { blob: sent, name: uploadName(source.name, isHeavy ? 'image/jpeg' : type) };
}
