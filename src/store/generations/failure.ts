import { ProxyError } from '../../api/proxyError.ts';
import { failureCodes, type Task } from '../../contract/task.ts';
import type { StoredFailure } from '../../storage/generationRecord.ts';
import { creditTexts } from './creditTexts.ts';

/** What a person needs to know of a failure: the message, what it means for the credits, and what to do. */
export type Failure = StoredFailure;

/** The failure after which the task may still be found. */
export const taskLost = 'task_lost';

const documentIsSafe = 'Your document is unchanged.';

export function failureOfTask(task: Task, isSandbox: boolean): Failure {
  const { contentRefused, reserved } = creditTexts(isSandbox);
  const code = task.error?.code ?? 'unknown';
  const known = failureCodes[code];
  return {
    code,
    message: task.error?.message ?? 'The service gave no reason.',
    credits: code === 'content_policy_violation' ? contentRefused : reserved,
    advice: `${known?.advice ?? 'Read the message, and try again or ask the service.'} ${documentIsSafe}`,
    mayRetry: known?.remedy !== 'fix',
  };
}

/** Of an error that ended the watching of a task, which may have gone on without us. */
export function failureOfWatching(error: unknown, task: Task, isSandbox: boolean): Failure {
  const { reserved, lookFirst } = creditTexts(isSandbox);
  const message = error instanceof Error ? error.message : String(error);
  const advice = `The service did not tell what became of task ${task.id}. ${lookFirst}`;
  return {
    code: taskLost,
    message,
    credits: reserved,
    advice: `${advice} ${documentIsSafe}`,
    mayRetry: false,
  };
}

/** Of an error thrown before there was a task: by the upload, the request or the browser itself. */
export function failureOfError(error: unknown, isSandbox: boolean): Failure {
  const { notCharged, maybeCharged, lookFirst } = creditTexts(isSandbox);
  if (error instanceof ProxyError) {
    return {
      code: error.code,
      message: error.message,
      credits: error.mayHaveBeenCharged ? maybeCharged : notCharged,
      advice: error.mayHaveBeenCharged
        ? `${lookFirst} ${documentIsSafe}`
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
export function failureOfStalePress(isSandbox: boolean): Failure {
  return {
    code: 'not_sent',
    message: 'This was not sent in time: the page was closed, the machine slept, or it was to be deleted.',
    credits: creditTexts(isSandbox).notCharged,
    advice: 'Send it again if you still want it.',
    mayRetry: true,
  };
}

/** Of a page that went while the request was on its way. */
export function failureOfInterruption(isSandbox: boolean): Failure {
  const { maybeCharged, lookFirst } = creditTexts(isSandbox);
  return {
    code: 'outcome_unknown',
    message: 'The page was closed while the request was on its way, before the service answered.',
    credits: maybeCharged,
    advice: `${lookFirst} ${documentIsSafe}`,
    mayRetry: false,
  };
}

/** Of a request whose outcome was unknown, once the person has looked at the account. */
export function failureAfterLooking(failure: Failure, isSandbox: boolean): Failure {
  return {
    ...failure,
    credits: creditTexts(isSandbox).lookedUp,
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
