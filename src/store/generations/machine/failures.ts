import { isTransientStatus } from '../../../contract/retry.ts';
import { failureRemedies, type Task } from '../../../contract/task.ts';
import type { StoredFailure } from '../../../storage/storedFailure.ts';

/** Why a call failed, as facts. */
export type Fault = {
  readonly code: string;
  readonly message: string;
  /** Why, where the page itself knows it: it is recorded in place of the message. */
  readonly reason?: StoredFailure['reason'];
  /** Of the answer, 0 where none came; undefined where the fault is not one of a call to the server. */
  readonly status?: number | undefined;
  /** Only of a create that may have reached the service. */
  readonly mayHaveBeenCharged: boolean;
  readonly retryAfterSeconds?: number | undefined;
  /** Whether the server tells what came of a create, as opposed to this one request for it. */
  readonly isOutcome?: boolean | undefined;
};

/** What a person needs to know of a failure, as facts. */
export type Failure = StoredFailure;

/** Nothing of it reached the service. */
const notSent = 'not_sent';
/** The failure after which the task may still be found. */
export const taskLost = 'task_lost';
const outcomeUnknown = 'outcome_unknown';

/** Of a press of Generate that no longer holds good: its page was closed, the machine slept, or it was to be deleted. */
export const pressExpired: Failure = {
  code: notSent,
  reason: 'press_expired',
  charged: 'no',
  mayRetry: true,
};

/** Of a request that was held back, since it could not be recorded that it is sent. */
export const notRecorded: Failure = { code: notSent, reason: 'not_recorded', charged: 'no', mayRetry: true };

/** Of a page that went while the request was on its way. */
export const interrupted: Failure = {
  code: outcomeUnknown,
  reason: 'interrupted',
  charged: 'maybe',
  mayRetry: false,
};

/** Of a create whose answer was lost, and could not be had afterwards. */
export function lostAnswer(fault: Fault): Failure {
  const { status } = fault;
  return { code: outcomeUnknown, ...recordedWhy(fault), status, charged: 'maybe', mayRetry: false };
}

/** Of a task that the service still called unfinished when all patience was at its end. */
export const unfinishedTask: Failure = {
  code: taskLost,
  reason: 'unfinished',
  charged: 'reserved',
  mayRetry: false,
};

/** Words are recorded only where they are another's: ours are made of the reason where it is shown. */
function recordedWhy({ message, reason }: Fault): Pick<Failure, 'message' | 'reason'> {
  return reason === undefined ? { message } : { reason };
}

/** Of a polling that came to nothing; the task may have gone on without us. */
export function lostTask(fault: Fault): Failure {
  return {
    code: taskLost,
    ...recordedWhy(fault),
    status: fault.status,
    charged: 'reserved',
    mayRetry: false,
  };
}

/** Of a fault before there was anything that could be charged: of the uploads, or of the browser itself. */
export function unsentFailure(fault: Fault): Failure {
  const { code, status } = fault;
  const why = recordedWhy(fault);
  if (status === undefined) return { code: notSent, ...why, charged: 'no', mayRetry: true };
  return {
    code,
    ...why,
    status,
    charged: 'no',
    mayRetry: isTransientStatus(status) || isMendedElsewhere(status),
  };
}

/** A key is put right where the server is started, or by signing in, and an account is topped up at the service. */
function isMendedElsewhere(status: number): boolean {
  return status === 401 || status === 402;
}

/**
 * Of a create. What is clearly the server's word that nothing was charged may be sent again. A timeout, which the proxy answers
 * in `service/callFailure.ts`, and no answer at all leave it in doubt: it may have been charged, and is never sent again by itself.
 */
export function createFailure(fault: Fault): Failure {
  if (fault.status !== undefined && !fault.mayHaveBeenCharged) return unsentFailure(fault);
  const code = fault.status === undefined ? outcomeUnknown : fault.code;
  return { code, ...recordedWhy(fault), status: fault.status, charged: 'maybe', mayRetry: false };
}

/** Of a task that the service calls failed. A code that is not documented shows its message. */
export function taskFailure({ error }: Task): Failure {
  const code = error?.code ?? 'unknown';
  const mayRetry = failureRemedies[code] !== 'fix';
  const words = error === undefined ? { reason: 'no_reason_given' as const } : { message: error.message };
  return { code, ...words, charged: 'reserved', mayRetry };
}

/** Of a request whose outcome was unknown, once the person has looked at the account. */
export function dismissedFailure(failure: Failure): Failure {
  return { ...failure, charged: 'dismissed', mayRetry: true };
}

/** Codes that say that the service could not read what was uploaded, or that mask and image do not fit each other. */
const fileCodes: readonly string[] = ['image_processing_error', 'image_dimension_mismatch'];
/** Codes that say that something in the request is wrong, which may be a file's address. */
const requestCodes: readonly string[] = ['invalid_request', 'invalid_parameters'];
const fileFields = /\bimage[_ ]urls?\b|\bmask[._ ]url\b/i;

/** Whether the files at the service are at fault, so that the next request must send them anew. `urls` are theirs. */
export function areFilesAtFault({ code, message = '' }: Failure, urls: readonly string[]): boolean {
  if (fileCodes.includes(code)) return true;
  if (!requestCodes.includes(code)) return false;
  return fileFields.test(message) || urls.some((url) => message.includes(url));
}
