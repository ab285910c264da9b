import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { pauseAfter, pauseBetween } from './pacing.ts';
import type { TaskExchange } from './taskExchange.ts';
import { isLastNews, type SeenTask, type TaskNews } from './taskNews.ts';

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

/**
 * Watches one task for all the pages at this copy. Of all copies that watch it, the one with the lease asks the service;
 * the others live by what it tells, and try for the lease every second. `tell` hears everything, its own answers included.
 */
export function startTaskWatch(parts: WatchParts, id: string, tell: (news: TaskNews) => void): TaskWatch {
  const { exchange, holder, now } = parts;
  const ended = new AbortController();
  let dueAt = 0;
  let failures = 0;
  let isAsking = false;
  void run();
  return { hear, end: () => ended.abort() };

  async function run(): Promise<void> {
    const known = await exchange.recall(id);
    if (known !== undefined) hear(known);
    while (!ended.signal.aborted) {
      const isAsker = await exchange.claim(id, holder, leaseMs);
      if (isAsker && !isAsking && now() >= dueAt && !ended.signal.aborted) void ask();
      const pauseMs = isAsker && !isAsking ? Math.min(renewalMs, Math.max(0, dueAt - now())) : renewalMs;
      await delay(pauseMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    await exchange.release(id, holder);
  }

  /** Never waited for: the lease has to be renewed meanwhile. */
  async function ask(): Promise<void> {
    isAsking = true;
    const news = await parts.queryTask(id).then(
      (task): TaskNews => ({ kind: 'task', task, seenAt: now() }),
      (error: unknown) => newsOfFailure(error, ++failures, now()),
    );
    isAsking = false;
    if (!ended.signal.aborted) await exchange.publish(id, news);
  }

  function hear(news: TaskNews): void {
    if (ended.signal.aborted) return;
    if (news.kind === 'trouble') dueAt = now() + news.pauseMs;
    if (news.kind === 'task') {
      failures = 0;
      dueAt = Math.min(now(), news.seenAt) + pauseBetween(news.task, now());
    }
    if (isLastNews(news)) ended.abort();
    tell(news);
  }
}

function newsOfFailure(error: unknown, failures: number, now: number): TaskNews {
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'internal_error', 'The task could not be asked for.');
  const { status, code, message, type } = refusal;
  const isPassing = status === 429 || status >= 500 || (status === 404 && failures < unknownMax);
  if (!isPassing) return { kind: 'refused', status, code, message, type };
  return { kind: 'trouble', message, pauseMs: pauseAfter(refusal, failures, now) };
}
