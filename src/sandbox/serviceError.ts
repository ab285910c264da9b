import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody } from '../contract/serviceError.ts';
import { serviceErrors } from '../contract/serviceError.ts';

export type ServiceErrorCode = keyof typeof serviceErrors;

const retryAfterSeconds = 5;

/** Thrown by a handler to answer with an error body. Without a status of its own it is the code's documented one. */
export class ServiceError extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: ErrorBody;

  constructor(code: ServiceErrorCode | 'not_found', message: string, status?: ContentfulStatusCode) {
    super(message);
    const known =
      code === 'not_found' ? ({ status: 404, type: 'invalid_request_error' } as const) : serviceErrors[code];
    this.status = status ?? known.status;
    this.body = { error: { code, message, type: known.type } };
  }
}

/** The app's error handler. Whatever is no `ServiceError` is a fault of the sandbox's own. */
export function errorResponse(error: Error, context: Context): Response {
  if (!(error instanceof ServiceError)) console.error(error);
  const answered =
    error instanceof ServiceError ? error : new ServiceError('internal_error', 'The sandbox failed.');
  if (answered.status === 429) context.header('Retry-After', String(retryAfterSeconds));
  return context.json(answered.body, answered.status);
}
