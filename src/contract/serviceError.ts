import { codeLengthMax, cutText, messageLengthMax } from './cutText.ts';
import { z } from './zod.ts';

/** The documented error codes, with their HTTP status and type. */
export const serviceErrors = {
  invalid_request: { status: 400, type: 'invalid_request_error' },
  unauthorized: { status: 401, type: 'authentication_error' },
  insufficient_quota: { status: 402, type: 'insufficient_quota' },
  model_access_denied: { status: 403, type: 'invalid_request_error' },
  rate_limit_exceeded: { status: 429, type: 'rate_limit_error' },
  internal_error: { status: 500, type: 'api_error' },
} as const;

/** Words and names of others, as long as anybody reads them. */
export const messageSchema = z.pipe(
  z.string(),
  z.transform((text: string) => cutText(text, messageLengthMax)),
);
export const codeSchema = z.pipe(
  z.string(),
  z.transform((text: string) => cutText(text, codeLengthMax)),
);

/** `{ error: { code, message, type } }`, of the service and of the proxy alike. */
export const errorBodySchema = z.object({
  /** The proxy's word that a create cost nothing; without it, that depends on the status. */
  nothing_charged: z.optional(z.literal(true)),
  error: z.object({ code: codeSchema, message: messageSchema, type: z._default(codeSchema, 'api_error') }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
