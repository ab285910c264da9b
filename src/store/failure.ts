import { ProxyError } from '../api/proxyError.ts';
import { failureCodes, type Task } from '../contract/task.ts';
import type { StoredFailure } from '../storage/generationRecord.ts';

/** What a person needs to know of a failure: the message, what it means for the credits, and what to do. */
export type Failure = StoredFailure;

/** The failure after which the task may still be found. */
export const taskLost = 'task_lost';

const notCharged = 'Nothing was charged: no task was created.';
const maybeCharged =
  'The service may have received it, and may have charged it. It was not sent a second time.';
const reservedCredits = 'Credits were reserved for this task; the service does not promise to refund them.';
const documentIsSafe = 'Your document is unchanged.';

export function failureOfTask(task: Task): Failure {
  const code = task.error?.code ?? 'unknown';
  const known = failureCodes[code];
  return {
    code,
    message: task.error?.message ?? 'The service gave no reason.',
    credits: reservedCredits,
    advice: `${known?.advice ?? 'Read the message, and try again or ask the service.'} ${documentIsSafe}`,
    mayRetry: known?.remedy !== 'fix',
  };
}

/** Of an error that ended the watching of a task, which may have gone on without us. */
export function failureOfWatching(error: unknown, task: Task): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const advice =
    `The service did not tell what became of task ${task.id}. Looking again costs nothing; ` +
    'where that does not help, look at your account before you send it again.';
  return {
    code: taskLost,
    message,
    credits: reservedCredits,
    advice: `${advice} ${documentIsSafe}`,
    mayRetry: false,
  };
}

/** Of an error thrown before there was a task: by the upload, the request or the browser itself. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof ProxyError) {
    return {
      code: error.code,
      message: error.message,
      credits: error.mayHaveBeenCharged ? maybeCharged : notCharged,
      advice: error.mayHaveBeenCharged
        ? `Look at your account's usage before you send it again. ${documentIsSafe}`
        : `${adviceOf(error)} ${documentIsSafe}`,
      mayRetry:
        !error.mayHaveBeenCharged && (error.status === 0 || error.status === 429 || error.status >= 500),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'not_sent',
    message,
    credits: notCharged,
    advice: `Try again. ${documentIsSafe}`,
    mayRetry: true,
  };
}

/** Of a generation that was still being prepared when its page went, longer ago than a press of Generate holds good. */
export function failureOfStalePress(): Failure {
  return {
    code: 'not_sent',
    message: 'This was not sent in time: the page was closed, the machine slept, or it was to be deleted.',
    credits: notCharged,
    advice: 'Send it again if you still want it.',
    mayRetry: true,
  };
}

/** Of a page that went while the request was on its way. */
export function failureOfInterruption(): Failure {
  return {
    code: 'outcome_unknown',
    message: 'The page was closed while the request was on its way, before the service answered.',
    credits: maybeCharged,
    advice: `Look at your account's usage before you send it again. ${documentIsSafe}`,
    mayRetry: false,
  };
}

/** Of a request whose outcome was unknown, once the person has looked at the account. */
export function failureAfterLooking(failure: Failure): Failure {
  return {
    ...failure,
    credits: 'You looked at your account, and took the question back.',
    advice: `It may be sent again. ${documentIsSafe}`,
    mayRetry: true,
  };
}

function adviceOf({ code, status }: ProxyError): string {
  if (code === 'sign_in_required') return 'Then press Generate again.';
  if (code === 'server_changed')
    return 'After reloading, look at what is said beside Generate before you press it.';
  if (status === 401) return 'Check the key that the server was started with.';
  if (status === 402) return 'Top up your account, then press Generate again.';
  if (status === 403) return 'Choose another model, or ask the service to enable this one.';
  if (status === 429) return 'Wait a little, then press Generate again.';
  if (status >= 400 && status < 500) return 'Correct what the message names, then press Generate again.';
  return 'Press Generate again in a moment.';
}
