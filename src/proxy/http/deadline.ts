/** Ends a call that takes too long: `signal` is then aborted with a `TimeoutError`. */
export type Deadline = Readonly<{
  signal: AbortSignal;
  /** In milliseconds; `signal` is aborted after them. */
  timeoutMs: number;
  /** To be called when the call has ended, however it did. */
  stop(): void;
}>;

export type TotalDeadline = Deadline &
  Readonly<{
    /** What is left of the time, in milliseconds. */
    remainingMs(): number;
  }>;

/** An idle deadline starts anew with every chunk that passes through `watch`. */
export type IdleDeadline = Deadline &
  Readonly<{ watch(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> }>;

/** For the whole call, however lively it is. */
export function totalDeadline(timeoutMs: number): TotalDeadline {
  const end = performance.now() + timeoutMs;
  const remainingMs = () => Math.max(0, end - performance.now());
  return { signal: AbortSignal.timeout(timeoutMs), timeoutMs, remainingMs, stop: () => undefined };
}

/**
 * For a call that may last as long as it goes on. The last chunks are still on their way out when nothing is left to watch,
 * so the time has to be long enough for a slow line to empty the system's buffers.
 */
export function idleDeadline(timeoutMs: number): IdleDeadline {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException('The call stood still for too long.', 'TimeoutError'));
  const timer = setTimeout(end, timeoutMs);
  async function* watch(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      timer.refresh();
      yield chunk;
      timer.refresh();
    }
  }
  return { signal: controller.signal, timeoutMs, stop: () => clearTimeout(timer), watch };
}

/**
 * Settles as the promise does, or rejects with a `TimeoutError` after so many milliseconds. What the promise stands for goes
 * on, and whatever comes of it later is left alone.
 */
export async function withTimeout<Result>(promise: Promise<Result>, timeoutMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    const end = () => reject(new DOMException('It took too long.', 'TimeoutError'));
    timer = setTimeout(end, timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
