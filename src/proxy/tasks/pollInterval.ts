import { retryAfterMs } from '../../contract/retry.ts';
import { estimatedSeconds, type Task } from '../../contract/task.ts';
import type { HttpError } from '../httpError.ts';

const pauseMinMs = 1000;
const pauseMaxMs = 5000;
const backOffMaxMs = 30_000;
/** Where the service gives no estimate. */
const usualSeconds = 40;
/** The service gives a task up after about 20 minutes; later than this, a change is hardly to be expected. */
const hopelessMs = 30 * 60_000;

/**
 * Milliseconds until the task is worth another look: an eighth of the time that it is away from its expected end, before
 * and after it, within a second and five. The end is nearer than the estimate says where progress runs ahead.
 */
export function pollIntervalMs(task: Task, now: number): number {
  const estimatedMs = (estimatedSeconds(task) ?? usualSeconds) * 1000;
  const elapsedMs = Math.max(0, now - task.created * 1000);
  if (elapsedMs > hopelessMs) return backOffMaxMs;
  const byClock = Math.abs(estimatedMs - elapsedMs);
  const byProgress = task.progress > 0 ? estimatedMs * (1 - task.progress / 100) : byClock;
  const distanceMs = elapsedMs < estimatedMs ? Math.min(byClock, byProgress) : byClock;
  return Math.min(pauseMaxMs, Math.max(pauseMinMs, distanceMs / 8));
}

/** Milliseconds after the `failures`-th failure in a row: doubled each time, or as long as the service asks for. */
export function pollBackoffMs(error: HttpError, failures: number, now: number): number {
  const backOffMs = Math.min(backOffMaxMs, pauseMinMs * 2 ** failures);
  return Math.max(backOffMs, Math.min(retryAfterMaxMs, retryAfterMs(error.retryAfter, now) ?? 0));
}

/** A wait longer than this is not taken at its word: a clock may be wrong, and a page is waiting. */
const retryAfterMaxMs = 5 * 60_000;
