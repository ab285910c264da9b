import type { HttpError } from '../httpError.ts';
import type { FetchedImage, FetchImage } from './fetchImage.ts';
import { ImageError } from './imageError.ts';

type ImageResponseOptions = Readonly<{
  maxAgeSeconds: number;
  /** What the page is told where no image came. */
  toHttpError(failure: ImageError): HttpError;
}>;

/** Responds with the image behind a link. Throws the `HttpError`. */
export async function respondWithImage(
  fetchImage: FetchImage,
  link: string,
  { signal }: Request,
  { maxAgeSeconds, toHttpError }: ImageResponseOptions,
): Promise<Response> {
  try {
    return imageResponse(await fetchImage(link, signal), maxAgeSeconds);
  } catch (error) {
    throw error instanceof ImageError ? toHttpError(error) : error;
  }
}

/**
 * The image as this origin's. It is typed by its bytes and not to be guessed at; and were it opened as a page, it could do
 * nothing here.
 */
function imageResponse({ type, length, body }: FetchedImage, maxAgeSeconds: number): Response {
  const headers = new Headers({
    'content-type': type,
    'cache-control': `private, max-age=${maxAgeSeconds}, immutable`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  // Without a length, a transfer that broke off could pass for a complete one.
  if (length !== undefined) headers.set('content-length', `${length}`);
  return new Response(body, { headers });
}
