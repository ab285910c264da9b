import { setTimeout as pause } from 'node:timers/promises';
import { retryAfterMs } from '../../contract/retry.ts';
import type { TotalDeadline } from '../http/deadline.ts';
import type { CallFailure } from './callFailure.ts';
import type { ServiceResponse } from './sendRequest.ts';

type Outcome = ServiceResponse | CallFailure;

const attemptsMax = 3;

/** Before the second attempt, in milliseconds; doubled before the third. */
const pauseFirst = 300;

/** Somebody waits for the answer. Who is told to come back later than this is told so at once, in milliseconds. */
const retryAfterMax = 2000;

/**
 * Makes a call that changes nothing, and makes it again where that may help, while the deadline leaves time. Never for a
 * call that costs money: nobody can tell whether the service did not already do the work.
 */
export async function retry(attempt: () => Promise<Outcome>, deadline: TotalDeadline): Promise<Outcome> {
  for (let attempts = 1; ; attempts++) {
    const outcome = await attempt();
    const wait = retryPauseMs(outcome, attempts);
    if (wait === undefined || attempts === attemptsMax || wait >= deadline.left()) return outcome;
    await pause(wait);
  }
}

/**
 * Milliseconds, or `undefined` where asking again is of no use. `random` from 0 to 1: half of the pause is left to chance,
 * so that those who were refused together do not come back together.
 */
export function retryPauseMs(outcome: Outcome, attempts: number, random = Math.random()): number | undefined {
  if (outcome.kind === 'timeout' || !isPassing(outcome)) return undefined;
  const backOff = pauseFirst * 2 ** (attempts - 1) * (0.5 + random / 2);
  const asked = outcome.kind === 'response' ? retryAfterMs(outcome.retryAfter, Date.now()) : undefined;
  if (asked === undefined) return backOff;
  return asked <= retryAfterMax ? Math.max(asked, backOff) : undefined;
}

function isPassing(outcome: Outcome): boolean {
  return outcome.kind !== 'response' || outcome.status === 429 || outcome.status >= 500;
}
