import type { Call, Jobs, Reply } from './expose.ts';
import { packCall, unpackAnswer } from './packMessage.ts';

/** A worker as the page sees it. Every job is called like a function of the page and rejects with the worker's message. */
export type Connection<Exposed extends Jobs> = {
  readonly [Name in keyof Exposed]: (
    ...args: Parameters<Exposed[Name]>
  ) => Promise<Awaited<ReturnType<Exposed[Name]>>>;
} & {
  /** Ends the worker, and with it what it remembers; calls under way reject. The next call starts another. */
  close(): void;
};

type Messages = {
  /** What calls reject with when the worker broke down. */
  readonly broken: string;
  /** What they reject with when it was closed. */
  readonly closed: string;
};

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

/** A worker broke down before it answered. What a job itself fails with is another error. */
export class WorkerError extends Error {}

/** A worker was closed before it answered, with the page or with what it was there for. */
export class WorkerClosedError extends Error {}

/** The page's side of `expose`. The worker is started by the first call, and anew by the next one after it broke down. */
export function connect<Exposed extends Jobs>(
  startWorker: () => Worker,
  messages: Messages,
): Connection<Exposed> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failure' in data) call?.reject(new Error(data.failure));
      else call?.resolve(data.answer);
    });
    started.addEventListener('error', () => end(new WorkerError(messages.broken)));
    return started;
  }

  function end(error: Error): void {
    worker?.terminate();
    worker = undefined;
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  }

  async function call(job: string, args: readonly unknown[]): Promise<unknown> {
    worker ??= start();
    lastId += 1;
    const id = lastId;
    const packed = packCall(args);
    worker.postMessage({ id, job, args: packed.args } satisfies Call);
    const answer = await new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    return unpackAnswer(answer, packed.documents);
  }

  const connection = new Proxy(
    { close: () => end(new WorkerClosedError(messages.closed)) },
    {
      get(own, name) {
        // Whoever awaits the connection asks for `then` to see whether it is a promise.
        if (name in own || typeof name === 'symbol' || name === 'then') return Reflect.get(own, name);
        return (...args: readonly unknown[]) => call(name, args);
      },
    },
  );
  return connection as Connection<Exposed>;
}
