/** Ends a call that takes too long: `signal` is then aborted with a `TimeoutError`. */
export type Deadline = Readonly<{
  signal: AbortSignal;
  /** In milliseconds, of which `signal` makes an end. */
  span: number;
  /** To be called when the call has ended, however it did. */
  stop(): void;
}>;

export type TotalDeadline = Deadline &
  Readonly<{
    /** What is left of the span, in milliseconds. */
    left(): number;
  }>;

/** An idle deadline starts anew with every chunk that passes through `watch`. */
export type IdleDeadline = Deadline &
  Readonly<{ watch(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> }>;

/** For the whole call, however lively it is. */
export function totalDeadline(span: number): TotalDeadline {
  const end = performance.now() + span;
  const left = () => Math.max(0, end - performance.now());
  return { signal: AbortSignal.timeout(span), span, left, stop: () => undefined };
}

/**
 * For a call that may last as long as it goes on. The last chunks are still on their way out when nothing is left to watch,
 * so the span has to be long enough for a slow line to empty the system's buffers.
 */
export function idleDeadline(span: number): IdleDeadline {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException('The call stood still for too long.', 'TimeoutError'));
  const timer = setTimeout(end, span);
  async function* watch(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      timer.refresh();
      yield chunk;
      timer.refresh();
    }
  }
  return { signal: controller.signal, span, stop: () => clearTimeout(timer), watch };
}
