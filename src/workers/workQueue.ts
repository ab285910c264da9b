/** What a worker is at, and the way to do it on the page's own thread instead. */
type Work<Value> = {
  readonly answer: Promise<Value>;
  /** Gives the same value at once. */
  computeNow(): Value;
  onDone(value: Value): void;
};

/**
 * Runs jobs in the order in which they are asked for: at once, unless a worker is at something. One that throws takes none
 * of the others along.
 */
export function createWorkQueue() {
  const waiting: (() => void)[] = [];
  let finishCurrent: (() => void) | null = null;

  function runWaiting(): void {
    const job = finishCurrent === null ? waiting.shift() : undefined;
    if (job === undefined) return;
    try {
      job();
    } finally {
      runWaiting();
    }
  }

  /** Everything else waits until the worker has answered; where it fails, the page computes the value itself. */
  function hold<Value>({ answer, computeNow, onDone }: Work<Value>): void {
    const done = (value: Value) => {
      finishCurrent = null;
      try {
        onDone(value);
      } finally {
        runWaiting();
      }
    };
    const finish = () => done(computeNow());
    finishCurrent = finish;
    answer.then(
      (value) => finishCurrent === finish && done(value),
      () => finishCurrent === finish && finish(),
    );
  }

  return {
    run(job: () => void): void {
      if (finishCurrent === null) job();
      else waiting.push(job);
    },
    hold,
    isBusy: () => finishCurrent !== null,
    /** Does on the page's own thread whatever a worker is still at, with all that waits for it. */
    finish(): void {
      while (finishCurrent !== null) finishCurrent();
    },
  };
}

export type WorkQueue = ReturnType<typeof createWorkQueue>;
