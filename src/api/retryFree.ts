import { isTransientStatus, type RetryPolicy, retry, retryPauseMs } from '../contract/retry.ts';
import { ProxyError } from './proxyError.ts';
import type { Wait } from './waitOnline.ts';

const policy: RetryPolicy = {
  attemptsMax: 4,
  backoff: { firstMs: 500, maxMs: Number.POSITIVE_INFINITY },
  retryAfterMaxMs: 20_000,
};

type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/** Calls what is free and may be repeated, again after faults that may pass. Never for a create. */
export async function retryFree<Value>(call: () => Promise<Value>, wait: Wait): Promise<Value> {
  const attempt = () =>
    call().then(
      (value): Outcome<Value> => ({ value }),
      (error: unknown) => ({ error }),
    );
  const outcome = await retry(attempt, pauseAfter, wait);
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

function pauseAfter(outcome: Outcome<unknown>, attempts: number): number | undefined {
  const error = 'error' in outcome ? outcome.error : undefined;
  if (!(error instanceof ProxyError) || !isTransientStatus(error.status)) return undefined;
  return retryPauseMs(policy, attempts, (error.retryAfterSeconds ?? 0) * 1000, Math.random());
}
