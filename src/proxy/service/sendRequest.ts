import type { Readable } from 'node:stream';
import { parseJson } from '../../contract/parseJson.ts';
import type { Deadline } from '../http/deadline.ts';
import type { OutboundRequest } from '../http/outboundRequest.ts';
import { HttpError } from '../httpError.ts';
import { type CallFailure, callFailureOf, causesOf } from './callFailure.ts';
import { redactKey, redactKeyText } from './redactKey.ts';

export type Caller = Readonly<{ apiKey: string; request: OutboundRequest }>;

export type ServiceRequest = Readonly<{
  url: string;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | Readable;
}>;

/** What the service said. `body` is undefined where it is not JSON. */
export type ServiceResponse = Readonly<{
  kind: 'response';
  status: number;
  /** As the service sent it: seconds or an HTTP date. */
  retryAfter: string | undefined;
  body: unknown;
}>;

/**
 * Tasks and errors have a few hundred bytes; one that repeats the longest prompt, all in escapes, has 49 kB. Whatever answers with
 * more than this is not the service, and looking for the key in it would hold everybody up.
 */
const answerBytesMax = 64 * 1024;

/** An HTTP date has 29 characters. Whoever asks this server would give an answer up whose head is too long. */
const retryAfterLengthMax = 100;

/**
 * One request and its answer, with the key on the way there and without it on the way back. Redirects are not followed: a
 * 307 would have the request sent a second time. Throws only what the request's own body threw to stop it, an `HttpError`.
 */
export async function sendRequest(
  { apiKey, request }: Caller,
  { url, ...init }: ServiceRequest,
  deadline: Deadline,
): Promise<ServiceResponse | CallFailure> {
  const options = {
    ...init,
    headers: {
      ...init.headers,
      accept: 'application/json',
      'accept-encoding': 'identity',
      authorization: `Bearer ${apiKey}`,
      'user-agent': 'upload-paint-editor',
    },
    signal: deadline.signal,
  };
  try {
    const response = await request(url, options);
    const told = String(response.headers['retry-after'] ?? '').slice(0, retryAfterLengthMax);
    const retryAfter = redactKeyText(told, apiKey) || undefined;
    const body = redactKey(parseJson(await readBody(response.body)), apiKey);
    return { kind: 'response', status: response.statusCode, retryAfter, body };
  } catch (error) {
    const ownError = causesOf(error).find((cause) => cause instanceof HttpError);
    if (ownError !== undefined) throw ownError;
    return callFailureOf(error, deadline.timeoutMs);
  }
}

/** Nothing of an answer that is too long: cut off, it might still be JSON. */
async function readBody(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > answerBytesMax) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
