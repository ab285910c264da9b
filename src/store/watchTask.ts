import type { ProxyClient } from '../api/proxyClient.ts';
import { ProxyError } from '../api/proxyError.ts';
import { estimatedSeconds, isFinal, type Task } from '../contract/task.ts';

export type Wait = (milliseconds: number) => Promise<void>;

type Parts = { readonly client: ProxyClient; readonly wait: Wait; now(): number };

const intervalMinMs = 1000;
const intervalMaxMs = 5000;
const backOffMaxMs = 30_000;
/** The service gives a task up after about 20 minutes; whatever is not final well after that never will be. */
const patienceMs = 30 * 60_000;
/** A task that was only just created may not be known everywhere yet. */
const unknownMax = 3;

/**
 * Asks for the task until it is final, more often for short tasks, less often while the service has trouble. Reading is
 * free, so it goes on through passing faults. Rejects where the service refuses to tell, or never comes to an end.
 */
export async function watchTask(
  { client, wait, now }: Parts,
  created: Task,
  report: (task: Task, trouble?: string) => void,
): Promise<Task> {
  const givenUpAt = now() + patienceMs;
  let task = created;
  let failures = 0;
  let pauseMs = intervalOf(created);
  while (!isFinal(task)) {
    if (now() > givenUpAt) throw new Error('The service has not finished this task in 30 minutes.');
    await wait(pauseMs);
    try {
      task = await client.getTask(created.id);
      failures = 0;
      pauseMs = intervalOf(created);
      report(task);
    } catch (error) {
      failures += 1;
      if (!isPassing(error, failures)) throw error;
      pauseMs = Math.max(
        (error.retryAfterSeconds ?? 0) * 1000,
        Math.min(backOffMaxMs, intervalOf(created) * 2 ** failures),
      );
      report(task, error.message);
    }
  }
  return task;
}

function isPassing(error: unknown, failures: number): error is ProxyError {
  if (!(error instanceof ProxyError)) return false;
  if (error.status === 404) return failures < unknownMax;
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

function intervalOf(task: Task): number {
  const estimatedMs = (estimatedSeconds(task) ?? 0) * 1000;
  return Math.min(intervalMaxMs, Math.max(intervalMinMs, estimatedMs / 20));
}
