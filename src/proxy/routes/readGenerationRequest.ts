import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context, HonoRequest } from 'hono';
import { type GenerationRequest, generationRequestSchema } from '../../contract/generationRequest.ts';
import { limitText } from '../../contract/limits.ts';
import { parseRequestJson } from '../../contract/parseRequestJson.ts';
import { validationMessage } from '../../contract/validationMessage.ts';
import { readBody } from '../http/requestBody.ts';
import { HttpError } from '../httpError.ts';

/**
 * The request in this body, or an `HttpError`. It may take a while, but not at once: other requests have their turn after
 * each step, and each step's work is bounded.
 */
export async function readGenerationRequest(c: Context, bytesMax: number): Promise<GenerationRequest> {
  requirePlainJson(c.req);
  const bytes = await readBody(c, bytesMax, () => tooLarge(bytesMax));
  await nextTurn();
  const text = decodeUtf8(bytes);
  await nextTurn();
  const parsed = await takeTurns(parseRequestJson(text));
  if (parsed.kind === 'refused') throw invalid(`${parsed.complaint} Nothing was sent.`);
  await nextTurn();
  const request = generationRequestSchema.safeParse(parsed.value);
  if (!request.success) throw invalid(validationMessage(request.error));
  await nextTurn();
  return request.data;
}

async function takeTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

function requirePlainJson(httpRequest: HonoRequest): void {
  const type = httpRequest.header('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type.trim()))
    throw new HttpError(415, 'unsupported_media_type', 'A generation request must be application/json.');
  const encoding = httpRequest.header('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw new HttpError(415, 'unsupported_media_type', 'A generation request must not be compressed.');
}

/** A decoder that puts something else in the place of wrong bytes would have a request paid that nobody wrote. */
function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw invalid('The request is not valid UTF-8. Nothing was sent.');
  return bytes.toString();
}

function invalid(message: string): HttpError {
  return new HttpError(400, 'invalid_request', message);
}

function tooLarge(bytesMax: number): HttpError {
  const message =
    `The request is larger than ${limitText(bytesMax)}. Nothing was sent and nothing was charged; ` +
    'simplify the mask or send it as a mask image.';
  return new HttpError(413, 'request_too_large', message);
}
