import type { MissingReason } from '../../../store/generations/generation.ts';
import type { FixPlace } from '../../results/FailureActions.tsx';
import type { Sentences } from '../sentence.ts';
import { results } from './results.ts';

/** Generations and their results, in the strip and in the panel. */
export const generations = {
  title: 'Generations',
  backToLayout: 'Back to layout',
  all: 'All results',
  collapse: 'Collapse strip',
  expand: 'Expand strip',
  sandbox: 'Sandbox',
  returned: (count: number, isSandbox: boolean) =>
    `The ${isSandbox ? 'sandbox' : 'service'} returned ${results.images(count)}.`,
  failed: 'Generation failed.',
  inDoubt: 'Nobody knows yet whether it was sent.',
  generationOf: (when: string) => `Generation of ${when}`,
  progressOf: (when: string) => `Progress of the generation of ${when}`,
  waitsForSandbox: 'Waits for a server in sandbox mode',
  waitsForKey: 'Waits for a server with its key',
  loading: (number: number) => `Loading result ${number}`,
  result: (number: number, count: number, when: string) => `Result ${number} of ${count}, ${when}`,
  download: (number: number) => `Download result ${number}`,
  isGone: (number: number) => `Result ${number} is gone`,
  notFetched: (number: number) => `Result ${number} could not be fetched yet`,
  isTried: 'It is tried again by itself.',
  tryAgain: 'Try again',
  opensByHand: 'Its link opens it in a new tab, where you can save it by hand.',
  openLink: 'Open link',
  openLinkOf: (number: number) => `Open result ${number} by its link`,
  noLongerKept: 'The service no longer keeps it.',
  deletedSoon: 'The service deletes it within a minute.',
  keptFor: (duration: string) => `The service keeps it for ${duration} more.`,
};

const places: Readonly<Record<FixPlace, string>> = {
  prompt: 'prompt',
  layout: 'layout',
  photograph: 'photograph',
  maskFormat: 'mask format',
  model: 'model',
};

export const missingReasons: Sentences<MissingReason, 'reason'> = {
  linkDied: 'It could not be fetched for as long as its link lived.',
  waitsForSandbox: 'It waits for a server in sandbox mode.',
  waitsForKey: 'It waits for a server with its key.',
  notFetched: ({ message }) => message,
};

/** What can be done about a failure. */
export const failureActions = {
  failure: 'Failure',
  unknown: 'It is not known whether the service received this.',
  sendAgain: 'Send again',
  notCharged: 'It was not charged: send again',
  leave: 'Leave it',
  checkAgain: 'Check with the server',
  checks: {
    free: 'Free: nothing is sent.',
    asking: 'Checking…',
    unknown: 'The server does not know either.',
    unanswered: 'The server could not tell. Try again in a moment.',
  },
  lookAgain: 'Look again',
  looksFree: 'Free: nothing is sent.',
  costs: { live: 'Charged like Generate.', sandbox: 'Free in the sandbox.' },
  goTo: (place: FixPlace) => `Go to the ${places[place]}`,
  reopenAndGoTo: (place: FixPlace) => `Reopen and go to the ${places[place]}`,
};
