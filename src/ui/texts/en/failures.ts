import type { Task } from '../../../contract/task.ts';
import type { Failure } from '../../../store/generations/machine/failures.ts';

/** What happened, what it means for the credits, and what to do. */
export type FailureTexts = { readonly message: string; readonly credits: string; readonly advice: string };

type Failed = {
  readonly isSandbox: boolean;
  readonly phase: { readonly failure: Failure; readonly task?: Task | undefined };
};

/** Of a generation that failed, or whose outcome is not known. */
export function failureTexts({ phase: { failure, task }, isSandbox }: Failed): FailureTexts {
  const credits = isSandbox ? sandboxCredits : liveCredits;
  return {
    message: messageOf(failure),
    credits:
      failure.charged === 'reserved' && failure.code === 'content_policy_violation'
        ? credits.refused
        : credits[failure.charged],
    advice: adviceOf(failure, task, credits.lookFirst),
  };
}

/** What failures mean for the credits, and what follows from that for sending again. */
type CreditTexts = Readonly<Record<Failure['charged'] | 'refused' | 'lookFirst', string>>;

const liveCredits: CreditTexts = {
  no: 'Nothing was charged: no task was created.',
  maybe: 'The service may have received it, and may have charged it. It was not sent a second time.',
  reserved: 'Credits were reserved for this task; the service does not promise to refund them.',
  refused: 'Credits for refused content are not refunded.',
  dismissed: 'You looked at your account, and took the question back.',
  lookFirst: "Look at your account's usage before you send it again.",
};

const free = 'Nothing is charged in the sandbox.';

const sandboxCredits: CreditTexts = {
  no: `${free} No task was created.`,
  maybe: `${free} It was not sent a second time.`,
  reserved: free,
  refused: free,
  dismissed: free,
  lookFirst: 'Send it again if you still want it.',
};

type ReasonText = string | ((failure: Failure) => string);

const reasons: Readonly<Record<NonNullable<Failure['reason']>, ReasonText>> = {
  press_expired:
    'This was not sent in time: the page was closed, the machine slept, or it was to be deleted.',
  not_recorded:
    'This browser has no room to record that the request is sent, so it was not. Delete older results to make room.',
  interrupted: 'The page was closed while the request was on its way, before the service answered.',
  unfinished: 'The service has not finished this task in 30 minutes.',
  no_reason_given: 'The service gave no reason.',
  server_unreachable:
    'The editor’s server cannot be reached. Check that it is running and that you are online.',
  connection_lost: 'The connection to the editor’s server was lost before it answered.',
  malformed_answer: ({ status = 0 }) =>
    `The editor’s server answered with status ${status} in a form that the editor does not understand.`,
  signed_out:
    'You are signed out of the editor’s server. Reload this page to sign in again: your work is kept, and tasks go on.',
  worker_broken: 'The mask could not be worked out in the background.',
  photograph_gone: 'The photograph is not at hand any more. Open it again.',
  no_memory: 'The browser has no memory left to scale the photograph.',
};

const documentIsSafe = 'Your document is unchanged.';

function messageOf(failure: Failure): string {
  if (failure.message !== undefined) return failure.message;
  const text = reasons[failure.reason ?? 'no_reason_given'];
  return typeof text === 'string' ? text : text(failure);
}

function adviceOf(failure: Failure, task: Task | undefined, lookFirst: string): string {
  const { charged, reason } = failure;
  if (reason === 'press_expired') return 'Send it again if you still want it.';
  if (charged === 'dismissed') return `It may be sent again. ${documentIsSafe}`;
  if (charged === 'maybe') return `${lookFirst} ${documentIsSafe}`;
  if (charged === 'no') return `${afterRefusal(failure)} ${documentIsSafe}`;
  return `${afterTask(failure, task, lookFirst)} ${documentIsSafe}`;
}

/** After a refusal before there was a task. */
function afterRefusal({ code, status }: Failure): string {
  if (status === undefined) return 'Try again.';
  if (code === 'sign_in_required') return 'Then send it again.';
  if (code === 'server_changed')
    return 'After reloading, look at what is said beside Generate before you press it.';
  if (status === 401) return 'Check the key that the server was started with, then send it again.';
  if (status === 402) return 'Top up your account, then send it again.';
  if (status === 403) return 'Choose another model, or ask the service to enable this one.';
  if (status === 429) return 'Wait a little, then send it again.';
  if (status >= 400 && status < 500) return 'Correct what the message names, then press Generate again.';
  return 'Send it again in a moment.';
}

function afterTask({ code }: Failure, task: Task | undefined, lookFirst: string): string {
  if (code === 'task_lost') {
    return `The service did not tell what became of task ${task?.id ?? ''}. ${lookFirst}`;
  }
  const advice = Object.hasOwn(taskAdvice, code) ? taskAdvice[code] : undefined;
  return advice ?? 'Read the message, and try again or ask the service.';
}

/** By the documented failure codes of tasks. */
const taskAdvice: Readonly<Record<string, string>> = {
  content_policy_violation: 'The moderation refused it. Reword the prompt or use another photograph.',
  invalid_parameters: 'Check the prompt, the mask and the layout, then send again.',
  image_processing_error:
    'The service could not read the image or the mask. Open the photograph again or save it in another format.',
  image_dimension_mismatch:
    'The mask does not fit the image. Switch the mask format or the mask frame and send again.',
  request_cancelled: 'The task was cancelled. Send it again when you are ready.',
  generation_failed_no_content: 'The service made no image. The same request may work a little later.',
  service_error: 'The service had a fault of its own. Try the same again later.',
  generation_timeout: 'The task took too long. Try the same again later.',
  resource_exhausted: 'The service is busy. Try the same again in a few minutes.',
  quota_exceeded: 'Your quota is used up. Try again when it is renewed or topped up.',
  service_unavailable: 'The service is not available now. Try the same again later.',
};
