import { errorBodySchema } from '../../contract/serviceError.ts';
import type { z } from '../../contract/zod.ts';
import type { Deadline } from '../http/deadline.ts';
import { HttpError } from '../httpError.ts';
import { type Call, type CallFailure, httpErrorOfFailure, isAmbiguous } from './callFailure.ts';
import type { ServiceResponse } from './sendRequest.ts';

/** What the contract promises, or an `HttpError`. */
export async function parseOutcome<Result>(
  sent: Promise<ServiceResponse | CallFailure>,
  deadline: Deadline,
  call: Call,
  schema: z.ZodMiniType<Result>,
): Promise<Result> {
  const outcome = await sent.finally(deadline.stop);
  if (outcome.kind !== 'response') throw httpErrorOfFailure(outcome, call);
  const isSuccess = outcome.status >= 200 && outcome.status < 300;
  const result = isSuccess ? schema.safeParse(outcome.body) : undefined;
  if (result?.success) return result.data;
  throw httpErrorOfResponse(outcome, call);
}

function httpErrorOfResponse({ status, retryAfter, body }: ServiceResponse, call: Call): HttpError {
  if (isAmbiguous(status, call)) return httpErrorOfFailure({ kind: 'ambiguous', status }, call);
  const told = errorBodySchema.safeParse(body);
  if (told.success && status >= 400 && status < 600) {
    const { code, message, type } = told.data.error;
    return new HttpError(status, code, message, { type, retryAfter });
  }
  return httpErrorOfFailure({ kind: 'malformed', status }, call);
}
