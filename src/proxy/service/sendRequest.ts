import { parseJson } from '../../contract/parseJson.ts';
import type { Deadline } from '../http/deadline.ts';
import type { OutboundFetch } from '../http/outboundFetch.ts';
import { HttpError } from '../httpError.ts';
import { type CallFailure, callFailureOf, causesOf } from './callFailure.ts';
import { redactKey, redactKeyText } from './redactKey.ts';

export type Caller = Readonly<{ apiKey: string; fetch: OutboundFetch }>;

export type ServiceRequest = Readonly<{
  url: string;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | ReadableStream;
}>;

/** What the service said. `body` is undefined where it is not JSON. */
export type ServiceResponse = Readonly<{
  kind: 'response';
  status: number;
  /** As the service sent it: seconds or an HTTP date. */
  retryAfter: string | undefined;
  body: unknown;
}>;

/** Tasks and errors have a few hundred bytes. Whatever answers with more than this is not the service. */
const answerBytesMax = 256 * 1024;

/**
 * For a body that passes by. Node's fetch keeps all of it in a copy of the request, in case it were to be sent again, unless
 * a redirect is an error and the request has no window: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 * `duplex` is what it needs to stream at all; the DOM's type of these options does not know it.
 */
const streaming = { redirect: 'error', window: null, duplex: 'half' } as const;

/**
 * One request and its answer, with the key on the way there and without it on the way back. Redirects are not followed: a
 * 307 would have the request sent a second time. Throws only what the request's own body threw to stop it, an `HttpError`.
 */
export async function sendRequest(
  { apiKey, fetch }: Caller,
  { url, ...init }: ServiceRequest,
  deadline: Deadline,
): Promise<ServiceResponse | CallFailure> {
  const options = {
    ...init,
    headers: {
      ...init.headers,
      accept: 'application/json',
      authorization: `Bearer ${apiKey}`,
      'user-agent': 'upload-paint-editor',
    },
    ...(init.body instanceof ReadableStream ? streaming : { redirect: 'manual' as const }),
    signal: deadline.signal,
  };
  try {
    const response = await fetch(url, options);
    const retryAfter = redactKeyText(response.headers.get('retry-after') ?? '', apiKey) || undefined;
    const body = redactKey(parseJson(await readBody(response)), apiKey);
    return { kind: 'response', status: response.status, retryAfter, body };
  } catch (error) {
    const ownError = causesOf(error).find((cause) => cause instanceof HttpError);
    if (ownError !== undefined) throw ownError;
    return callFailureOf(error, deadline.timeoutMs);
  }
}

/** Nothing of an answer that is too long: cut off, it might still be JSON. */
async function readBody({ body }: Awaited<ReturnType<OutboundFetch>>): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > answerBytesMax) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
