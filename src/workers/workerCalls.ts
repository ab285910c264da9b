/** What goes to a worker and comes back; answers may come in another order, the number says which belong together. */
export type Call<Question> = { readonly id: number; readonly question: Question };
type Reply<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: string };

export type WorkerCalls<Question, Answer> = {
  /** Rejects with the worker's message. */
  ask(question: Question): Promise<Answer>;
  /** Ends the worker; calls under way reject with that message. */
  end(message: string): void;
};

/** Calls to one worker, started at the first call, and anew at the next one after it broke down. */
export function createWorkerCalls<Question, Answer>(
  startWorker: () => Worker,
  brokenMessage: string,
): WorkerCalls<Question, Answer> {
  type Waiting = { resolve(answer: Answer): void; reject(error: Error): void };
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function connect(): Worker {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Reply<Answer>>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failure' in data) call?.reject(new Error(data.failure));
      else call?.resolve(data.answer);
    });
    started.addEventListener('error', () => end(brokenMessage));
    return started;
  }

  function end(message: string): void {
    worker?.terminate();
    worker = undefined;
    for (const call of waiting.values()) call.reject(new Error(message));
    waiting.clear();
  }

  function ask(question: Question): Promise<Answer> {
    worker ??= connect();
    lastId += 1;
    worker.postMessage({ id: lastId, question } satisfies Call<Question>);
    return new Promise((resolve, reject) => waiting.set(lastId, { resolve, reject }));
  }

  return { ask, end };
}

/** The worker's side: answers a call, or says why it failed. */
export async function replyTo<Question, Answer>(
  { id, question }: Call<Question>,
  answer: (question: Question) => Answer | Promise<Answer>,
): Promise<Reply<Answer>> {
  try {
    return { id, answer: await answer(question) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** For an answer of another kind than the question's. */
export function strayAnswer(): never {
  throw new Error('The worker answered another question.');
}
