import { expect, test } from 'vitest';
import { failureSchema } from '../../src/storage/storedFailure.ts';
import { failureTexts } from '../../src/ui/texts/lateTexts.ts';
import { taskOf } from '../helpers/testEditor.ts';

const safe = 'Your document is unchanged.';
const free = 'Nothing is charged in the sandbox.';

/** As they were written while failures were kept as sentences, each with the facts behind them. */
const older: [string, Parameters<typeof stored>, object][] = [
  [
    'a refused create',
    [
      'insufficient_quota',
      'No credits left.',
      'Nothing was charged: no task was created.',
      `Top up your account, then press Generate again. ${safe}`,
      false,
    ],
    { message: 'No credits left.', status: 402, charged: 'no' },
  ],
  [
    'a create without an answer',
    [
      'outcome_unknown',
      'No answer.',
      'The service may have received it, and may have charged it. It was not sent a second time.',
      `Look at your account's usage before you send it again. ${safe}`,
      false,
    ],
    { message: 'No answer.', charged: 'maybe' },
  ],
  [
    'a page that went while the request was on its way',
    [
      'outcome_unknown',
      'The page was closed while the request was on its way, before the service answered.',
      'The service may have received it, and may have charged it. It was not sent a second time.',
      `Look at your account's usage before you send it again. ${safe}`,
      false,
    ],
    { reason: 'interrupted', charged: 'maybe' },
  ],
  [
    'one that the person has taken back',
    [
      'outcome_unknown',
      'No answer.',
      'You looked at your account, and took the question back.',
      `It may be sent again. ${safe}`,
      true,
    ],
    { message: 'No answer.', charged: 'dismissed' },
  ],
  [
    'a press that was too old',
    [
      'not_sent',
      'This was not sent in time: the page was closed, the machine slept, or it was to be deleted.',
      'Nothing was charged: no task was created.',
      'Send it again if you still want it.',
      true,
    ],
    { reason: 'press_expired', charged: 'no' },
  ],
  [
    'a request that could not be recorded',
    [
      'not_sent',
      'This browser has no room to record that the request is sent, so it was not. Delete older results to make room.',
      'Nothing was charged: no task was created.',
      `Try again. ${safe}`,
      true,
    ],
    { reason: 'not_recorded', charged: 'no' },
  ],
  [
    'a lost task',
    [
      'task_lost',
      'The service has not finished this task in 30 minutes.',
      'Credits were reserved for this task; the service does not promise to refund them.',
      `The service did not tell what became of task task-1. Look at your account's usage before you send it again. ${safe}`,
      false,
    ],
    { reason: 'unfinished', charged: 'reserved' },
  ],
  [
    'refused content',
    [
      'content_policy_violation',
      'The prompt violates the content policy.',
      'Credits for refused content are not refunded.',
      `The moderation refused it. Reword the prompt or use another photograph. ${safe}`,
      false,
    ],
    { message: 'The prompt violates the content policy.', charged: 'reserved' },
  ],
];

const olderInSandbox: typeof older = [
  [
    'a refused create in the sandbox',
    [
      'unauthorized',
      'No.',
      `${free} No task was created.`,
      `Check the key that the server was started with. ${safe}`,
      false,
    ],
    { message: 'No.', status: 401, charged: 'no' },
  ],
  [
    'a create without an answer in the sandbox',
    [
      'x',
      'No.',
      `${free} It was not sent a second time.`,
      `Send it again if you still want it. ${safe}`,
      false,
    ],
    { message: 'No.', charged: 'maybe' },
  ],
  [
    'a failed task in the sandbox',
    [
      'service_error',
      'No.',
      free,
      `The service had a fault of its own. Try the same again later. ${safe}`,
      true,
    ],
    { message: 'No.', charged: 'reserved' },
  ],
];

function stored(code: string, message: string, credits: string, advice: string, mayRetry: boolean) {
  return { code, message, credits, advice, mayRetry };
}

test.each([...older, ...olderInSandbox])('%s of an older record is read as facts', (_what, given, facts) => {
  const { code, mayRetry } = stored(...given);
  expect(failureSchema.parse(stored(...given))).toEqual({ code, mayRetry, ...facts });
});

/** What is advised otherwise since those records were made: what was refused is sent again from its card. */
const advisedNow: Readonly<Record<string, string>> = {
  [`Top up your account, then press Generate again. ${safe}`]: `Top up your account, then send it again. ${safe}`,
  [`Check the key that the server was started with. ${safe}`]: `Check the key that the server was started with, then send it again. ${safe}`,
};

test.each([
  ...older.map((each) => [...each, false] as const),
  ...olderInSandbox.map((each) => [...each, true] as const),
])('%s of an older record is told in the sentences of today', (_what, given, _facts, isSandbox) => {
  const { message, credits, advice } = stored(...given);
  const failure = failureSchema.parse(stored(...given));
  const task = failure.charged === 'reserved' ? taskOf({}) : undefined;
  expect(failureTexts({ isSandbox, phase: { failure, task } })).toEqual({
    message,
    credits,
    advice: advisedNow[advice] ?? advice,
  });
});
