/** In milliseconds: for one step, and for all of them together. */
export type TimeBudgetLimits = Readonly<{ step: number; total: number }>;

/** Waits for a step and rejects with a `TimeoutError` when it takes too long. */
export type TimeBudget = <Result>(step: Promise<Result>) => Promise<Result>;

/**
 * Only the time spent waiting counts. So a host that drips is given up in time, while the time that a slow page takes to
 * accept the bytes is not held against the host.
 */
export function createTimeBudget(limits: TimeBudgetLimits): TimeBudget {
  let left = limits.total;
  return async (step) => {
    const startedAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      const giveUp = () => reject(new DOMException('It took too long.', 'TimeoutError'));
      timer = setTimeout(giveUp, Math.max(0, Math.min(left, limits.step)));
    });
    try {
      return await Promise.race([step, timeout]);
    } finally {
      clearTimeout(timer);
      left -= performance.now() - startedAt;
    }
  };
}
