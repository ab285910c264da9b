/** What a worker is at, and the way to do it on the page's own thread instead. */
type PendingWork<Value> = {
  readonly answer: Promise<Value>;
  /** Gives the same value at once. */
  computeNow(): Value;
  onDone(value: Value): void;
};

type Job = () => void;

/**
 * Runs jobs in the order in which they are asked for: at once, unless a worker is at something. One that throws takes none
 * of the others along.
 */
export function createWorkQueue() {
  const waiting: Job[] = [];
  let finishCurrent: Job | null = null;

  /** What the job itself asks for comes right after it, before whatever was asked for later. */
  function runJob(job: Job): void {
    const later = waiting.splice(0);
    try {
      job();
    } finally {
      waiting.push(...later);
      runWaiting();
    }
  }

  function runWaiting(): void {
    const next = finishCurrent === null ? waiting.shift() : undefined;
    if (next !== undefined) runJob(next);
  }

  /** Everything else waits until the worker has answered; where it fails, the page computes the value itself. */
  function waitFor<Value>({ answer, computeNow, onDone }: PendingWork<Value>): void {
    const end = (job: Job) => {
      finishCurrent = null;
      runJob(job);
    };
    const finish = () => end(() => onDone(computeNow()));
    finishCurrent = finish;
    answer.then(
      (value) => finishCurrent === finish && end(() => onDone(value)),
      () => finishCurrent === finish && finish(),
    );
  }

  function finishAll(): void {
    if (finishCurrent === null) return;
    try {
      finishCurrent();
    } finally {
      finishAll();
    }
  }

  return {
    run(job: Job): void {
      if (finishCurrent === null) job();
      else waiting.push(job);
    },
    waitFor,
    isBusy: () => finishCurrent !== null,
    /** Does on the page's own thread whatever a worker is still at, with all that waits for it. */
    finish: finishAll,
  };
}

export type WorkQueue = ReturnType<typeof createWorkQueue>;
