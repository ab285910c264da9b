import type { Config } from '../../contract/config.ts';
import { TunnelError } from '../http/openTunnel.ts';
import { NotSentError } from '../http/outboundRequest.ts';
import { HttpError } from '../httpError.ts';

/**
 * How a call to the service can fail without an error of the service's own.
 * `unreachable`: no connection came about, so nothing was sent, and be it for want of time. `malformed`: an answer, but not one of the contract's.
 */
export type CallFailure =
  | {
      readonly kind: 'unreachable' /** Of the web proxy that did not connect. */;
      readonly proxyStatus?: number;
    }
  | { readonly kind: 'broken' }
  | { readonly kind: 'timeout'; readonly milliseconds: number }
  | { readonly kind: 'malformed'; readonly status: number }
  /** An answer that leaves open whether a create was taken on. */
  | { readonly kind: 'ambiguous'; readonly status: number };

/**
 * Found, as many programs answer what they have taken on, and see other, which is there for that; a time-out of whoever stands
 * before the service and has passed the request on; a conflict, perhaps with the same request. https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
const ambiguousStatuses: ReadonlySet<number> = new Set([302, 303, 408, 409, 499]);

export function isAmbiguous(status: number, { purpose }: Call): boolean {
  return purpose === 'create' && ambiguousStatuses.has(status);
}

export type CallPurpose = 'upload' | 'create' | 'read';
/** What is called for what: in the sandbox, nothing costs money. */
export type Call = { readonly purpose: CallPurpose; readonly mode: Config['mode'] };

/** What the person can count on after a failure, when nothing (more) happened at the service. */
const consequences: Record<CallPurpose, string> = {
  upload: 'The image was not uploaded and nothing was charged. Check the connection and try again.',
  create: 'No task was created and nothing was charged. Check the connection and press Generate again.',
  read: 'The task is not affected, and asking again costs nothing. Try again in a moment.',
};

const unknownOutcomes: Record<Config['mode'], string> = {
  live:
    'The request may have been received and charged, and it was not sent again. ' +
    'Check your credits at the service before you press Generate again.',
  sandbox:
    'The request may have been received, and it was not sent again. Nothing is charged in the sandbox.',
};

/** Says what happened, what it means for the money and what to do next. */
export function httpErrorOfFailure(failure: CallFailure, { purpose, mode }: Call): HttpError {
  const status = failure.kind === 'timeout' ? 504 : 502;
  if (purpose === 'create' && mayHaveArrived(failure)) {
    return new HttpError(
      status,
      'outcome_unknown',
      `${describeFailure(failure, purpose)} ${unknownOutcomes[mode]}`,
    );
  }
  const codes = {
    unreachable: 'service_unreachable',
    broken: 'bad_gateway',
    timeout: 'gateway_timeout',
    malformed: 'bad_gateway',
    ambiguous: 'bad_gateway',
  };
  const message = `${describeFailure(failure, purpose)} ${consequences[purpose]}`;
  return new HttpError(status, codes[failure.kind], message, { isFree: purpose === 'create' });
}

/** Most redirects and 4xx, in whatever form, mean no; a 2xx or 5xx may come after the work was taken on. */
function mayHaveArrived(failure: CallFailure): boolean {
  if (failure.kind === 'unreachable') return false;
  return failure.kind !== 'malformed' || failure.status < 300 || failure.status >= 500;
}

function describeFailure(failure: CallFailure, purpose: CallPurpose): string {
  switch (failure.kind) {
    case 'unreachable':
      return failure.proxyStatus === undefined
        ? 'The service could not be reached.'
        : describeProxyRefusal(failure.proxyStatus);
    case 'broken':
      return 'The connection to the service broke before it answered.';
    case 'timeout': {
      const seconds = failure.milliseconds / 1000;
      if (purpose === 'upload') return `The upload stood still for ${seconds} seconds.`;
      return `The service did not answer within ${seconds} seconds.`;
    }
    case 'ambiguous':
      return `The service answered with status ${failure.status}, which leaves open whether it took the request on.`;
    case 'malformed':
      return `The service answered with status ${failure.status} in a form that this editor does not understand.`;
  }
}

/** For whoever runs the editor: nobody else can do anything about it. */
function describeProxyRefusal(status: number): string {
  const cause =
    status === 407
      ? 'wants a name and password: HTTPS_PROXY has to hold them, as http://name:password@host:port.'
      : `refused the connection with status ${status}.`;
  return `The web proxy between the editor’s server and the service ${cause}`;
}

/** Tells apart why a request failed. When in doubt it is `broken`, which promises nothing. */
export function callFailureOf(error: unknown, milliseconds: number): CallFailure {
  const causes = causesOf(error);
  if (error instanceof NotSentError) {
    const refusal = causes.find((cause) => cause instanceof TunnelError);
    return { kind: 'unreachable', ...(refusal && { proxyStatus: refusal.status }) };
  }
  const isLate = causes.some((cause) => cause.name === 'TimeoutError');
  return isLate ? { kind: 'timeout', milliseconds } : { kind: 'broken' };
}

/** The error, what caused it, and each of several connection attempts (to IPv4 and IPv6). */
export function causesOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const attempts = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...attempts, ...causesOf(error.cause)];
}
