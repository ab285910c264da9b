import type { FetchedImage } from './fetching/fetchImage.ts';

/**
 * The image as this origin's. It is typed by its bytes and not to be guessed at; and were it opened as a page, it could do
 * nothing here.
 */
export function imageAnswer(
  { type, length, body }: FetchedImage,
  secondsFresh: number,
  method: string,
): Response {
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
