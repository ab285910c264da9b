import type { CheckAnswer, CompareAnswer, ComparedResult, CompareQuestion } from './compareMessages.ts';
import { createWorkerCalls, strayAnswer } from './workerCalls.ts';

/** Compares a result with what it was made from, pixel by pixel of the canvas. All reject with the worker's message. */
export type CompareService = {
  check(compared: ComparedResult): Promise<CheckAnswer>;
  /** The result with the original put back where it was to be kept, to be looked at. Whoever asks closes it. */
  restore(compared: ComparedResult, feather: number): Promise<ImageBitmap>;
  /** The same as a PNG file of the canvas's size. */
  restoredPng(compared: ComparedResult, feather: number): Promise<Blob>;
  /** Ends the worker, and with it what it remembers; calls under way reject. The next call starts another. */
  close(): void;
};

function startCompareWorker(): Worker {
  return new Worker(new URL('./compareWorker.ts', import.meta.url), { type: 'module' });
}

export function createCompareService(startWorker: () => Worker = startCompareWorker): CompareService {
  const calls = createWorkerCalls<CompareQuestion, CompareAnswer>(
    startWorker,
    'The result could not be compared in the background.',
  );

  return {
    async check(compared) {
      const answer = await calls.ask({ kind: 'check', compared });
      return answer.kind === 'check' ? answer : strayAnswer();
    },
    async restore(compared, feather) {
      const answer = await calls.ask({ kind: 'restore', compared, feather });
      return answer.kind === 'restore' ? answer.restored : strayAnswer();
    },
    async restoredPng(compared, feather) {
      const answer = await calls.ask({ kind: 'png', compared, feather });
      return answer.kind === 'png' ? answer.png : strayAnswer();
    },
    close: () => calls.end('The comparison was put away.'),
  };
}
