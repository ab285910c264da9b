import type { ProxyClient } from '../../api/proxyClient.ts';
import { ProxyError } from '../../api/proxyError.ts';
import type { TaskStreamEvent } from '../../api/taskEvents.ts';
import { limits } from '../../contract/limits.ts';
import { type Backoff, backoffMs, isTransientStatus } from '../../contract/retry.ts';
import { estimatedSeconds, isFinal, notFoundMax, type Task, taskAgeMaxMs } from '../../contract/task.ts';
import { createMailbox } from './mailbox.ts';
import type { Wait } from './waitOnline.ts';

type Parts = { readonly client: ProxyClient; readonly wait: Wait; now(): number };
type Report = (task: Task, trouble?: string) => void;
type Watched = { readonly task: Task; readonly startedAt: number };

const intervalMinMs = 1000;
const intervalMaxMs = 5000;
const failurePauseMaxMs = 30_000;
/** A stream tells of changes only, and may be dead without anyone knowing: after such a silence the task is asked for. */
const silenceMaxMs = 15_000;
/** It has something to tell at once, so that a first silence means more. */
const firstSilenceMaxMs = 5000;
/** Results are deleted after a day; whatever cannot be asked for until then is over either way. */
const troublePatienceMs = limits.resultLifetimeHours * 3_600_000;

/**
 * Follows the task until it is final: listens while the server's stream tells of it, and asks when that is silent or gone,
 * less often while there is trouble. Both are free, so it goes on through whatever may pass, a sleeping machine and a night
 * offline included. Rejects where the service refuses to tell, or still says after half an hour that it is not done.
 */
export async function watchTask(parts: Parts, watched: Watched, report: Report): Promise<Task> {
  const mailbox = createMailbox<TaskStreamEvent>();
  const stopListening = parts.client.listenToTask(watched.task.id, mailbox.deliver);
  const sight = createSight(parts, watched, report);
  try {
    if (stopListening) await listen(parts, sight, mailbox.next);
    await ask(parts, sight);
    return sight.task();
  } finally {
    stopListening?.();
  }
}

/** Until the task is final, or there is nothing to listen to any more. */
async function listen(
  { client, wait }: Parts,
  sight: Sight,
  next: () => Promise<TaskStreamEvent>,
): Promise<void> {
  let news = next();
  let silenceMs = firstSilenceMaxMs;
  while (!isFinal(sight.task())) {
    const heard = await Promise.race([news, wait(silenceMs)]);
    if (heard?.kind === 'closed') return;
    if (heard === undefined) await client.getTask(sight.task().id).then(sight.learn, sight.endure);
    else {
      silenceMs = silenceMaxMs;
      news = next();
      if (heard.kind === 'task') sight.learn(heard.task);
      if (heard.kind === 'trouble') sight.worry(heard.message);
      if (heard.kind === 'refused') sight.endure(heard.error);
    }
  }
}

async function ask({ client, wait }: Parts, sight: Sight): Promise<void> {
  while (!isFinal(sight.task())) {
    await wait(sight.pauseMs());
    await client.getTask(sight.task().id).then(sight.learn, sight.endure);
  }
}

type Sight = ReturnType<typeof createSight>;

/** What is known of the task, when to ask next, and whether there is any sense in asking. */
function createSight({ now }: Parts, { task: created, startedAt }: Watched, report: Report) {
  let task = created;
  let unknowns = 0;
  let failures = 0;
  const failureBackoff: Backoff = { firstMs: 2 * intervalOf(created), maxMs: failurePauseMaxMs };
  let pauseMs = intervalOf(created);
  /** It may have waited here long after the press; but the service's clock may be ahead of ours, and must not add patience. */
  const acceptedAt = Math.max(startedAt, Math.min(created.created * 1000, now()));

  return {
    task: () => task,
    pauseMs: () => pauseMs,

    learn(told: Task) {
      task = told;
      unknowns = 0;
      failures = 0;
      pauseMs = intervalOf(created);
      report(task);
      if (isFinal(task) || now() - acceptedAt <= taskAgeMaxMs) return;
      throw new Error('The service has not finished this task in 30 minutes.');
    },

    worry: (message: string) => report(task, message),

    /** Throws what will not pass. */
    endure(error: unknown) {
      if (isUnknownTask(error)) unknowns += 1;
      if (!isPassing(error, unknowns) || now() - acceptedAt > troublePatienceMs) throw error;
      failures += 1;
      const askedMs = (error.retryAfterSeconds ?? 0) * 1000;
      pauseMs = Math.max(askedMs, backoffMs(failureBackoff, failures));
      report(task, error.message);
    },
  };
}

/**
 * Signing in, or another key for the server, mends a 401, and a reload a page that the server has outgrown; an answer that
 * makes no sense, whatever its status, comes from something between.
 */
function isPassing(error: unknown, unknowns: number): error is ProxyError {
  if (!(error instanceof ProxyError)) return false;
  if (error.code === 'bad_answer' || error.code === 'server_changed') return true;
  if (isUnknownTask(error)) return unknowns < notFoundMax;
  const { status } = error;
  return status < 400 || status === 401 || isTransientStatus(status);
}

/** Only where the server itself says so: one that is being restarted is not found either. */
function isUnknownTask(error: unknown): boolean {
  return error instanceof ProxyError && error.status === 404 && error.code !== 'bad_answer';
}

function intervalOf(task: Task): number {
  const estimatedMs = (estimatedSeconds(task) ?? 0) * 1000;
  return Math.min(intervalMaxMs, Math.max(intervalMinMs, estimatedMs / 20));
}
