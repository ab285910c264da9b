import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { UploadResponse } from '../contract/file.ts';
import type { ImageMimeType } from '../contract/imageType.ts';
import { limits } from '../contract/limits.ts';
import { serviceRoutes } from '../contract/routes.ts';
import { uploadName } from '../model/files/fileName.ts';
import { sniffImageType } from '../model/files/sniffImageType.ts';
import { requireKey } from './authorisation.ts';
import type { HostedFile, HostedFiles } from './hostedFiles.ts';
import { ServiceError } from './serviceError.ts';

type Upload = {
  readonly bytes: Uint8Array;
  readonly mimeType: ImageMimeType;
  readonly originalName: string;
  readonly name: string;
  readonly path: string;
};

/** What multipart headers and the two text fields may add to the file itself. */
const multipartBytesMax = 64 * 1024;

/** `POST /api/v1/files/upload/stream`: one image a request, kept for 72 hours. */
export function uploadRoutes(files: HostedFiles): Hono {
  const limitBody = bodyLimit({
    maxSize: limits.imageBytesMax + multipartBytesMax,
    onError: () => {
      throw new ServiceError('invalid_request', 'file: The file is too large.', 413);
    },
  });
  return new Hono().post(serviceRoutes.upload, requireKey, limitBody, async (context) => {
    const upload = await readUpload(context);
    const { origin } = new URL(context.req.url);
    const file = files.host({ ...upload, origin, lifetimeHours: limits.uploadLifetimeHours });
    return context.json(uploadResponse(upload, file));
  });
}

async function readUpload(context: Context): Promise<Upload> {
  const form = await context.req.formData().catch(() => {
    throw new ServiceError('invalid_request', 'The body must be multipart/form-data.');
  });
  const [file, ...others] = form.getAll('file');
  if (file === undefined || typeof file === 'string')
    throw new ServiceError('invalid_request', 'file: Required.');
  if (others.length > 0) throw new ServiceError('invalid_request', 'file: One file a request.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mimeType = imageTypeOf(bytes, file.type);
  return {
    bytes,
    mimeType,
    originalName: file.name,
    name: uploadName((textField(form.get('file_name')) || file.name).slice(0, 100), mimeType),
    path: textField(form.get('upload_path')),
  };
}

/** The type must be declared and true: neither a name nor a header makes a PDF an image. */
function imageTypeOf(bytes: Uint8Array, declared: string): ImageMimeType {
  const sniffed = sniffImageType(bytes);
  if (sniffed.kind === 'image' && sniffed.type === declared) return sniffed.type;
  const found =
    sniffed.kind === 'image' ? sniffed.type : sniffed.kind === 'other' ? sniffed.format : 'no image';
  throw new ServiceError(
    'invalid_request',
    `file: Only JPEG, PNG, GIF and WebP images are allowed; declared ${declared || 'nothing'}, found ${found}.`,
  );
}

function textField(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function uploadResponse(upload: Upload, { id, url, hostedAt, expiresAt }: HostedFile): UploadResponse {
  return {
    success: true,
    code: 200,
    msg: 'File uploaded successfully',
    data: {
      file_id: id,
      file_name: upload.name,
      original_name: upload.originalName,
      file_size: upload.bytes.length,
      mime_type: upload.mimeType,
      upload_path: upload.path,
      file_url: url,
      download_url: `${url}?download`,
      upload_time: new Date(hostedAt).toISOString(),
      expires_at: new Date(expiresAt).toISOString(),
    },
  };
}
