import type { Context } from 'hono';
import { requestHeaders } from '../../contract/requestHeaders.ts';
import { HttpError } from '../httpError.ts';
import type { Press } from './sendOnce.ts';

/** What the headers of a create tell of it. Throws a 400 `HttpError`. */
export function pressOfHeaders(c: Context): Omit<Press, 'requestHash'> {
  const generationId = c.req.header(requestHeaders.generationId);
  if (generationId === undefined) throw wrong(missingId);
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
