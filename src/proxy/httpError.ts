import type { ErrorBody } from '../contract/serviceError.ts';

type HttpErrorDetails = {
  readonly type?: string;
  /** As the service sent it: seconds or an HTTP date. */
  readonly retryAfter?: string | undefined;
  /** Where a create was certainly not taken on, whatever the status. */
  readonly isFree?: boolean;
};

/** Thrown anywhere below a route; becomes a response whose body is the contract's `errorBodySchema`. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly retryAfter: string | undefined;
  readonly isFree: boolean;

  constructor(status: number, code: string, message: string, details: HttpErrorDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.type = details.type ?? (status < 500 ? 'invalid_request_error' : 'api_error');
    this.retryAfter = details.retryAfter;
    this.isFree = details.isFree ?? false;
  }

  response(): Response {
    const error = { code: this.code, message: this.message, type: this.type };
    const body: ErrorBody = { error, ...(this.isFree && { nothing_charged: true }) };
    const headers = new Headers({ 'content-type': 'application/json' });
    if (this.retryAfter !== undefined) headers.set('retry-after', this.retryAfter);
    return new Response(JSON.stringify(body), { status: this.status, headers });
  }
}

/** The response to whatever a route threw. An unforeseen error keeps its details to itself. */
export function errorResponse(error: Error): Response {
  if (error instanceof HttpError) return error.response();
  const message = 'The editor’s own server failed on this request. Your work is untouched; try again.';
  return new HttpError(500, 'internal_error', message).response();
}
