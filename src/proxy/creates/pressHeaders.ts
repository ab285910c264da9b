import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { GenerationRequest } from '../../contract/generationRequest.ts';
import { requestHeaders } from '../../contract/requestHeaders.ts';
import { HttpError } from '../httpError.ts';
import type { Press, Question } from './sendOnce.ts';

/** A create as its headers tell of it. Throws a 400 `HttpError`. */
export function pressOf(c: Context, request: GenerationRequest): Press {
  const generationId = c.req.header(requestHeaders.generationId);
  if (generationId === undefined) throw wrong(missingId);
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  return { ...questionOf(c, generationId), requestHash };
}

/** A question about one, by its id in the address. Throws a 400 `HttpError`. */
export function questionOf(c: Context, generationId: string): Question {
  if (!/^[\w-]{1,100}$/.test(generationId)) throw wrong(wrongId);
  const attempt = c.req.header(requestHeaders.generationAttempt) ?? '1';
  if (!/^[1-9]\d?$/.test(attempt)) throw wrong(wrongAttempt);
  const repeat = c.req.header(requestHeaders.generationRepeat);
  if (repeat !== undefined && !/^\d{1,12}$/.test(repeat)) throw wrong(wrongRepeat);
  return {
    generationId,
    attempt: Number(attempt),
    repeatMs: repeat === undefined ? undefined : Number(repeat),
  };
}

const missingId =
  `A generation request needs a header ${requestHeaders.generationId} with an id of its own (“uuidgen” makes one): sent ` +
  'again with the same id it is not paid twice.';
const wrongId = 'The generation’s id has letters, digits, “-” and “_” only, 100 at most.';
const wrongAttempt = `${requestHeaders.generationAttempt} is a whole number from 1 to 99.`;
const wrongRepeat = `${requestHeaders.generationRepeat} is a whole number of milliseconds.`;

function wrong(message: string): HttpError {
  return new HttpError(400, 'invalid_request', `${message} Nothing was sent and nothing was charged.`);
}
