import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../httpError.ts';
import { isLastNews, type SeenTask, type TaskNews } from './polledTaskEvent.ts';
import { pauseAfter, pauseBetween } from './pollInterval.ts';
import type { TaskExchange } from './taskBroker.ts';

export type WatchParts = Readonly<{
  queryTask(id: string): Promise<SeenTask['task']>;
  exchange: TaskExchange;
  /** Names this copy of the server in leases. */
  holder: string;
  /** Milliseconds since 1970. */
  now(): number;
}>;

export type TaskWatch = Readonly<{
  hear(news: TaskNews): void;
  end(): void;
}>;

/** A copy that dies is missed after this, in milliseconds. */
const leaseMs = 4000;
const renewalMs = 1000;
/** A task that was only just created may not be known everywhere yet. */
const unknownMax = 3;
/** More of them change nothing: the pause is at its longest. */
const failuresKept = 10;

/**
 * Watches one task for all the pages at this copy. Of all copies that watch it, the one with the lease asks the service;
 * the others live by what it tells, and try for the lease every second. `tell` hears everything, its own answers included.
 */
export function startTaskWatch(parts: WatchParts, id: string, tell: (news: TaskNews) => void): TaskWatch {
  const { exchange, holder, now } = parts;
  const ended = new AbortController();
  let dueAt = 0;
  let failures: readonly number[] = [];
  let asking: Promise<void> | undefined;
  void run();
  return { hear, end: () => ended.abort() };

  async function run(): Promise<void> {
    const known = await exchange.recall(id);
    if (known !== undefined) hear(known);
    while (!ended.signal.aborted) {
      const isAsker = await exchange.claim(id, holder, leaseMs);
      if (isAsker && !asking && now() >= dueAt && !ended.signal.aborted) asking = ask();
      const pauseMs = isAsker && !asking ? Math.min(renewalMs, Math.max(0, dueAt - now())) : renewalMs;
      await delay(pauseMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    // The others have to hear of the end before one of them can take over, or it would ask again.
    await asking;
    await exchange.release(id, holder);
  }

  /** Not waited for between two claims: the lease has to be renewed meanwhile. */
  async function ask(): Promise<void> {
    const news = await parts.queryTask(id).then(
      (task): TaskNews => ({ kind: 'task', task, seenAt: now() }),
      (error: unknown) => {
        const refusal = refusalOf(error);
        failures = [...failures, refusal.status].slice(-failuresKept);
        return newsOfRefusal(refusal, failures, now());
      },
    );
    if (!ended.signal.aborted) await exchange.publish(id, news);
    asking = undefined;
  }

  function hear(news: TaskNews): void {
    if (ended.signal.aborted) return;
    if (news.kind === 'trouble') dueAt = now() + news.pauseMs;
    if (news.kind === 'task') {
      failures = [];
      dueAt = Math.min(now(), news.seenAt) + pauseBetween(news.task, now());
    }
    if (isLastNews(news)) ended.abort();
    tell(news);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(500, 'internal_error', 'The task could not be asked for.');
}

/** `failures` are the statuses of the failures in a row, this one's last. */
function newsOfRefusal(refusal: Refusal, failures: readonly number[], now: number): TaskNews {
  const { status, code, message, type } = refusal;
  const unknowns = failures.filter((failure) => failure === 404).length;
  const isPassing = status === 429 || status >= 500 || (status === 404 && unknowns < unknownMax);
  if (!isPassing) return { kind: 'refused', status, code, message, type };
  return { kind: 'trouble', message, pauseMs: pauseAfter(refusal, failures.length, now) };
}
