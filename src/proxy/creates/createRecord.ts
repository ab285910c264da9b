import { parseJson } from '../../contract/parseJson.ts';
import { taskSchema } from '../../contract/task.ts';
import { z } from '../../contract/zod.ts';
import { HttpError } from '../httpError.ts';

const told = { requestHash: z.string() };
const errorSchema = z.object({
  status: z.number(),
  code: z.string(),
  message: z.string(),
  type: z.string(),
  retryAfter: z.optional(z.string()),
  isFree: z.boolean(),
});

const sendingSchema = z.object({
  ...told,
  state: z.literal('sending'),
  /** Of this very claim. */
  token: z.string(),
  /** In milliseconds since 1970, by the clock of the copy that sends. */
  at: z.number(),
});

const settledSchema = z.discriminatedUnion('state', [
  z.object({ ...told, state: z.literal('created'), task: taskSchema }),
  /** The service has clearly not taken it on. */
  z.object({ ...told, state: z.literal('refused'), error: errorSchema }),
  /** It may have been taken on, and paid. */
  z.object({ ...told, state: z.literal('unknown'), error: errorSchema }),
]);

const recordSchema = z.union([sendingSchema, settledSchema]);

/** A create that is on its way, or was when its copy ended. */
export type Sending = z.infer<typeof sendingSchema>;
/** What came of one. */
export type Settled = z.infer<typeof settledSchema>;
export type CreateRecord = Sending | Settled;

/** Undefined for what is none, and for nothing. */
export function parseRecord(text: string | undefined): CreateRecord | undefined {
  return text === undefined ? undefined : recordSchema.safeParse(parseJson(text)).data;
}

/** Of a create that has failed: refused only where that is certain, by a 4xx or by the proxy's own word that it cost nothing. */
export function failedRecord(requestHash: string, failure: unknown): Settled {
  const error = failure instanceof HttpError ? failure : internalError();
  const isRefused = error.isFree || (error.status >= 400 && error.status < 500);
  const { status, code, message, type, retryAfter, isFree } = error;
  const facts = { status, code, message, type, ...(retryAfter !== undefined && { retryAfter }), isFree };
  return { requestHash, state: isRefused ? 'refused' : 'unknown', error: facts };
}

/** The very error that it was. */
export function errorOfRecord({ error }: Extract<Settled, { readonly error: unknown }>): HttpError {
  return new HttpError(error.status, error.code, error.message, error);
}

/** Of what nobody foresaw, after it may have left. */
function internalError(): HttpError {
  const message =
    'The editor’s own server failed while this was on its way. It may have been charged, and was not sent again.';
  return new HttpError(500, 'outcome_unknown', message);
}
