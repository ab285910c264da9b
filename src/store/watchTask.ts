import type { ProxyClient } from '../api/proxyClient.ts';
import { ProxyError } from '../api/proxyError.ts';
import type { Task } from '../contract/task.ts';

export type Wait = (milliseconds: number) => Promise<void>;

const intervalMinMs = 1000;
const intervalMaxMs = 5000;

/**
 * Asks for the task until it is final, more often for short tasks, less often while the service has trouble.
 * Reading is free, so it goes on through faults; only an unknown task ends it.
 */
export async function watchTask(
  client: ProxyClient,
  created: Task,
  wait: Wait,
  report: (task: Task, trouble?: string) => void,
): Promise<Task> {
  let task = created;
  let failures = 0;
  while (task.status === 'pending' || task.status === 'processing') {
    await wait(intervalOf(created, failures));
    try {
      task = await client.getTask(created.id);
      failures = 0;
      report(task);
    } catch (error) {
      if (!(error instanceof ProxyError) || error.status === 404) throw error;
      failures += 1;
      report(task, error.message);
    }
  }
  return task;
}

function intervalOf(task: Task, failures: number): number {
  const estimatedMs = (task.task_info?.estimated_time ?? 0) * 1000;
  const calm = Math.min(intervalMaxMs, Math.max(intervalMinMs, estimatedMs / 20));
  return Math.min(30_000, calm * 2 ** failures);
}
