import { setTimeout as wait } from 'node:timers/promises';
import {
  isTransientStatus,
  type RetryPolicy,
  retry,
  retryAfterMs,
  retryPauseMs,
} from '../../contract/retry.ts';
import type { TotalDeadline } from '../http/deadline.ts';
import type { CallFailure } from './callFailure.ts';
import type { ServiceResponse } from './sendRequest.ts';

type Outcome = ServiceResponse | CallFailure;

/** Somebody waits for the answer. Who is told to come back later than `retryAfterMaxMs` is told so at once. */
const policy: RetryPolicy = {
  attemptsMax: 3,
  backoff: { firstMs: 300, maxMs: Number.POSITIVE_INFINITY },
  retryAfterMaxMs: 2000,
};

/**
 * Makes a call that changes nothing, and makes it again where that may help, while the deadline leaves time. Never for a
 * call that costs money: nobody can tell whether the service did not already do the work.
 */
export function retryRead(attempt: () => Promise<Outcome>, deadline: TotalDeadline): Promise<Outcome> {
  const pauseAfter = (outcome: Outcome, attempts: number) => {
    const pauseMs = readPauseMs(outcome, attempts);
    return pauseMs !== undefined && pauseMs < deadline.remainingMs() ? pauseMs : undefined;
  };
  return retry(attempt, pauseAfter, wait);
}

/** Milliseconds, or undefined where asking again is of no use: after a timeout there is no time left. */
export function readPauseMs(outcome: Outcome, attempts: number, random = Math.random()): number | undefined {
  if (outcome.kind !== 'response') {
    return outcome.kind === 'timeout' ? undefined : retryPauseMs(policy, attempts, 0, random);
  }
  if (!isTransientStatus(outcome.status)) return undefined;
  return retryPauseMs(policy, attempts, retryAfterMs(outcome.retryAfter, Date.now()) ?? 0, random);
}
