/** A call of a worker's job that waits for the test to answer it. */
export type LateCall = {
  readonly given: readonly unknown[];
  /** With what the job makes of it. */
  answer(): Promise<void>;
  /** As a worker that broke down. */
  fail(): Promise<void>;
};

/** Everything in a unit test is in memory, so that after this whatever follows from an answer has happened. */
const settled = () => new Promise<void>((resolve) => void setTimeout(resolve));

/** Workers that answer when the test says so; `calls` are in the order in which they came. */
export function lateAnswers() {
  const calls: LateCall[] = [];

  /** The job as a worker's. */
  function late<Given extends readonly unknown[], Value>(job: (...given: Given) => Value) {
    return (...given: Given) =>
      new Promise<Value>((resolve, reject) => {
        const answer = () => resolve(job(...given));
        const fail = () => reject(new Error('The worker broke down.'));
        calls.push({
          given,
          answer: () => after(answer),
          fail: () => after(fail),
        });
      });
  }

  return { calls, late };
}

function after(act: () => void): Promise<void> {
  act();
  return settled();
}
