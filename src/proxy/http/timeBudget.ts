import { withTimeout } from './deadline.ts';

/** For one step, and for all of them together. */
export type TimeBudgetLimits = Readonly<{ stepMs: number; totalMs: number }>;

/** Waits for a step and rejects with a `TimeoutError` when it takes too long. */
export type TimeBudget = <Result>(step: Promise<Result>) => Promise<Result>;

/**
 * Only the time spent waiting counts. So a host that drips is given up in time, while the time that a slow page takes to
 * accept the bytes is not held against the host.
 */
export function createTimeBudget({ stepMs, totalMs }: TimeBudgetLimits): TimeBudget {
  let remainingMs = totalMs;
  return async (step) => {
    const startedAt = performance.now();
    try {
      return await withTimeout(step, Math.max(0, Math.min(remainingMs, stepMs)));
    } finally {
      remainingMs -= performance.now() - startedAt;
    }
  };
}
