import { randomUUID } from 'node:crypto';

/** `length` is in bytes, and absent when the sender did not announce it. */
export type FilePart = {
  readonly name: string;
  readonly type: string;
  readonly length: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
};

export type MultipartBody = {
  readonly headers: Record<string, string>;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/**
 * A `multipart/form-data` body (RFC 7578) with the one part `file`, written around the file's chunks as they pass by:
 * `FormData` would need the whole file first. The name must be harmless already.
 */
export function multipartBody(file: FilePart): MultipartBody {
  const boundary = `upload-${randomUUID()}`;
  const head = Buffer.from(
    `--${boundary}\r\n` +
      `Content-Disposition: form-data; name="file"; filename="${file.name}"\r\n` +
      `Content-Type: ${file.type}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const headers: Record<string, string> = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  if (file.length !== undefined) headers['content-length'] = `${head.length + file.length + tail.length}`;
  return { headers, chunks: enclose(head, file.chunks, tail) };
}

async function* enclose(head: Uint8Array, chunks: AsyncIterable<Uint8Array>, tail: Uint8Array) {
  yield head;
  yield* chunks;
  yield tail;
}
