import { type Context, Hono } from 'hono';
import type { UploadedFile } from '../../contract/file.ts';
import {
  type ImageMimeType,
  imageMimeTypes,
  imageSignatureLength,
  imageTypeOf,
} from '../../contract/imageType.ts';
import { limitText } from '../../contract/limits.ts';
import { routes } from '../../contract/routes.ts';
import { limitBytes, peekBytes } from '../http/byteStream.ts';
import { bodyChunks } from '../http/requestBody.ts';
import { HttpError } from '../httpError.ts';
import { sanitizeFileName } from '../service/fileName.ts';
import { multipartBody } from '../service/multipart.ts';
import type { Service } from '../service/service.ts';

/** `POST /api/files?name=photo.jpg` with the image's bytes as the body. They are streamed on, never gathered. */
export function fileRoutes(service: Service, bytesMax: number): Hono {
  return new Hono().post(routes.files, async (c) => {
    const type = declaredType(c.req.header('content-type'));
    const length = declaredLength(c.req.header('content-length'), bytesMax);
    const chunks = await imageChunks(c, type, bytesMax);
    const name = sanitizeFileName(c.req.query('name') ?? '', type);
    const { data } = await service.uploadFile(multipartBody({ name, type, length, chunks }));
    return c.json({ url: data.file_url, expiresAt: data.expires_at } satisfies UploadedFile);
  });
}

function declaredType(header = ''): ImageMimeType {
  const declared = header.split(';')[0]?.trim().toLowerCase();
  const type = imageMimeTypes.find((allowed) => allowed === declared);
  if (type === undefined) throw unsupportedType('Only JPEG, PNG, GIF and WebP images can be uploaded.');
  return type;
}

function declaredLength(header: string | undefined, bytesMax: number): number | undefined {
  if (header === undefined) return undefined;
  const length = Number(header);
  if (length > bytesMax) throw tooLarge(bytesMax);
  return length;
}

async function imageChunks(c: Context, type: ImageMimeType, bytesMax: number) {
  const chunks = bodyChunks(c);
  const peeked = chunks && (await peekBytes(chunks, imageSignatureLength));
  if (peeked === undefined || peeked.head.length === 0) {
    throw new HttpError(
      400,
      'invalid_request',
      'The file is empty. Nothing was uploaded; choose another image.',
    );
  }
  if (imageTypeOf(peeked.head) !== type) {
    throw unsupportedType(`The file is not what it is labelled as (${type}), or it is damaged.`);
  }
  return limitBytes(peeked.chunks, bytesMax, () => tooLarge(bytesMax));
}

function unsupportedType(reason: string): HttpError {
  return new HttpError(
    415,
    'unsupported_media_type',
    `${reason} Nothing was uploaded; choose another image.`,
  );
}

function tooLarge(bytesMax: number): HttpError {
  const message = `The image is larger than ${limitText(bytesMax)}. Nothing was uploaded; make it smaller first.`;
  return new HttpError(413, 'request_too_large', message);
}
