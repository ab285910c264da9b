import type { Refusal } from '../httpError.ts';
import type { FetchedImage, FetchImage } from './fetchImage.ts';
import { ImageFailure } from './imageError.ts';

type Manner = Readonly<{
  secondsFresh: number;
  /** What the page is told where no image came. */
  refusalOf(failure: ImageFailure): Refusal;
}>;

/** Answers with the image behind a link. Throws the `Refusal`. */
export async function answerWithImage(
  fetchImage: FetchImage,
  link: string,
  { signal, method }: Request,
  { secondsFresh, refusalOf }: Manner,
): Promise<Response> {
  try {
    return imageAnswer(await fetchImage(link, signal), secondsFresh, method);
  } catch (error) {
    throw error instanceof ImageFailure ? refusalOf(error) : error;
  }
}

/**
 * The image as this origin's. It is typed by its bytes and not to be guessed at; and were it opened as a page, it could do
 * nothing here.
 */
function imageAnswer({ type, length, body }: FetchedImage, secondsFresh: number, method: string): Response {
  const headers = new Headers({
    'content-type': type,
    'cache-control': `private, max-age=${secondsFresh}, immutable`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  // Without a length, a transfer that broke off could pass for a complete one.
  if (length !== undefined) headers.set('content-length', `${length}`);
  if (method !== 'HEAD') return new Response(body, { headers });
  // Nobody will read it, and its host would be kept waiting.
  void body.cancel();
  return new Response(null, { headers });
}
