import { imageSignatureLength, imageTypeOf } from '../contract/imageType.ts';
import { limits } from '../contract/limits.ts';
import { type PeekedBytes, peekBytes, streamOf } from './byteStream.ts';
import { Refusal } from './refusal.ts';

/** Answers with the image behind a link that the service named. Throws a `Refusal`. */
export type FetchResult = (link: string) => Promise<Response>;

export type ResultValues = Readonly<{
  baseUrl: string;
  fetch: typeof fetch;
  /** Milliseconds from asking for an image to its last byte. */
  timeouts: Readonly<{ result: number }>;
}>;

const redirectsMax = 3;

/**
 * Results are passed through this origin so that the canvas may read their pixels. Other hosts get no key, and what
 * they send is believed by its bytes alone: nothing but an image comes back under our origin.
 */
export function createFetchResult(values: ResultValues): FetchResult {
  return async (link) => {
    const { head, chunks, length } = await openResult(values, link);
    const type = imageTypeOf(head);
    if (type === undefined) throw noImage('The result’s link does not lead to an image.');
    const headers = new Headers({
      'content-type': type,
      'cache-control': 'private, max-age=86400, immutable',
    });
    // Without a length, a transfer that broke off could pass for a complete one.
    if (length !== null) headers.set('content-length', length);
    return new Response(streamOf(chunks), { headers });
  };
}

async function openResult(
  values: ResultValues,
  link: string,
): Promise<PeekedBytes & { length: string | null }> {
  const signal = AbortSignal.timeout(values.timeouts.result);
  try {
    const response = await followLink(values, link, signal);
    if (!response.ok || response.body === null) {
      throw noImage(`The result’s host answered with status ${response.status}.`);
    }
    const peeked = await peekBytes(response.body, imageSignatureLength);
    return { ...peeked, length: byteLengthOf(response.headers) };
  } catch (error) {
    throw error instanceof Refusal ? error : noImage('The result’s host did not deliver it.');
  }
}

/** Of an encoded body, the header counts the bytes before decoding. */
function byteLengthOf(headers: Headers): string | null {
  return headers.has('content-encoding') ? null : headers.get('content-length');
}

/** Each hop is checked like the first. Bytes are asked for as they are, so that their length is the header's. */
async function followLink(values: ResultValues, link: string, signal: AbortSignal): Promise<Response> {
  let url = checkedUrl(values, link);
  for (let hop = 0; hop <= redirectsMax; hop++) {
    const headers = { accept: 'image/*', 'accept-encoding': 'identity' };
    const response = await values.fetch(url, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    url = checkedUrl(values, location, url);
  }
  throw noImage('The result’s link leads in circles.');
}

/** A link may be plain http only where the service itself is, as the sandbox is. */
function checkedUrl(values: ResultValues, link: string, base?: URL): URL {
  const url = URL.canParse(link, base?.href) ? new URL(link, base?.href) : undefined;
  const isTrusted = url?.protocol === 'https:' || (url?.protocol === 'http:' && isPlainHttp(values.baseUrl));
  if (url === undefined || !isTrusted) throw noImage('The result’s link is not a secure web address.');
  return url;
}

function isPlainHttp(url: string): boolean {
  return new URL(url).protocol === 'http:';
}

function noImage(reason: string): Refusal {
  const message =
    `${reason} The task itself is done and is not charged again: try again in a moment. ` +
    `Results stay available for ${limits.resultLifetimeHours} hours.`;
  return new Refusal(502, 'result_unavailable', message);
}
