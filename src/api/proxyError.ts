import { replayHeader } from '../contract/requestHeaders.ts';
import { retryAfterMs } from '../contract/retry.ts';
import { errorBodySchema } from '../contract/serviceError.ts';

/** Why, where the page itself knows it and nobody else has words of their own for it. */
type PageReason = 'server_unreachable' | 'connection_lost' | 'malformed_answer' | 'signed_out';

type ErrorFacts = {
  readonly reason?: PageReason | undefined;
  readonly status: number;
  readonly code: string;
  readonly mayHaveBeenCharged: boolean;
  readonly retryAfterSeconds?: number | undefined;
  readonly isOutcome?: boolean;
  readonly cause?: unknown;
};

/** Why a call to the proxy failed; the message is for the person. `status` is 0 where no answer came. */
export class ProxyError extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: PageReason | undefined;
  /** Only of a create that may have reached the service: whether it was charged is then unknown. */
  readonly mayHaveBeenCharged: boolean;
  readonly retryAfterSeconds: number | undefined;
  /** Whether the server tells what came of a create, and not only of this request for it. */
  readonly isOutcome: boolean;

  constructor(message: string, facts: ErrorFacts) {
    super(message, { cause: facts.cause });
    this.name = 'ProxyError';
    this.status = facts.status;
    this.code = facts.code;
    this.reason = facts.reason;
    this.mayHaveBeenCharged = facts.mayHaveBeenCharged;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.isOutcome = facts.isOutcome ?? false;
  }
}

const signedOut = 'sign_in_required';
const signInAgain =
  'You are signed out of the editor’s server. Reload this page to sign in again: your work is kept, and tasks go on.';

/** The proxy's own words, but where the page knows better what to do. */
export function messageOf(code: string, message: string): string {
  return code === signedOut ? signInAgain : message;
}

export function reasonOf(code: string): PageReason | undefined {
  return code === signedOut ? 'signed_out' : undefined;
}

/** The error that an answer tells of, or, where it tells nothing that we understand, a malformed response. */
export async function errorOfResponse(response: Response, costsMoney: boolean): Promise<ProxyError> {
  const { status } = response;
  const body = errorBodySchema.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return malformedResponse(status, costsMoney);
  const { code, message } = body.data.error;
  const isFree = body.data.nothing_charged ?? isClientError(status);
  const pauseMs = retryAfterMs(response.headers.get('retry-after'), Date.now());
  return new ProxyError(messageOf(code, message), {
    status,
    code,
    reason: reasonOf(code),
    mayHaveBeenCharged: costsMoney && !isFree,
    retryAfterSeconds: pauseMs === undefined ? undefined : Math.ceil(pauseMs / 1000),
    isOutcome: costsMoney && response.headers.has(replayHeader),
  });
}

/** Of an answer that is not one of the contract's, as a reverse proxy's or a sign-in page. */
export function malformedResponse(status: number, costsMoney: boolean): ProxyError {
  const message = `The editor’s server answered with status ${status} in a form that the editor does not understand.`;
  return new ProxyError(message, {
    status,
    code: 'bad_answer',
    reason: 'malformed_answer',
    mayHaveBeenCharged: costsMoney && !isClientError(status),
  });
}

/** A 4xx in whatever form; anything else may come after the work was taken on. */
function isClientError(status: number): boolean {
  return status >= 400 && status < 500;
}

/** The browser does not tell whether anything was sent before the connection failed, so money counts as at stake. */
export function connectionError(costsMoney: boolean, cause: unknown): ProxyError {
  const message = costsMoney
    ? 'The connection to the editor’s server was lost before it answered.'
    : 'The editor’s server cannot be reached. Check that it is running and that you are online.';
  const reason = costsMoney ? 'connection_lost' : 'server_unreachable';
  return new ProxyError(message, {
    status: 0,
    code: 'unreachable',
    reason,
    mayHaveBeenCharged: costsMoney,
    cause,
  });
}
