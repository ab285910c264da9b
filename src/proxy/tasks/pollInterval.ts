import { type Backoff, backoffMs, retryAfterMs } from '../../contract/retry.ts';
import { estimatedSeconds, type Task, taskAgeMaxMs } from '../../contract/task.ts';
import type { HttpError } from '../httpError.ts';

const pauseMinMs = 1000;
const pauseMaxMs = 5000;
const failureBackoff: Backoff = { firstMs: 2000, maxMs: 30_000 };
/** A wait longer than this is not taken at its word: a clock may be wrong, and a page is waiting. */
const retryAfterMaxMs = 5 * 60_000;
/** Where the service gives no estimate. */
const usualSeconds = 40;
/** For a task of which a change is hardly to be expected any more. */
const overdueMs = 30_000;

/**
 * Milliseconds until the task is worth another look: an eighth of the time that it is away from its expected end, before
 * and after it, within a second and five. The end is nearer than the estimate says where progress runs ahead.
 */
export function pollIntervalMs(task: Task, now: number): number {
  // Of one beyond all numbers, a part might be no number, and the time to ask again would never come.
  const estimatedMs = Math.min((estimatedSeconds(task) ?? usualSeconds) * 1000, taskAgeMaxMs);
  const elapsedMs = Math.max(0, now - task.created * 1000);
  if (elapsedMs > taskAgeMaxMs) return overdueMs;
  const byClock = Math.abs(estimatedMs - elapsedMs);
  const byProgress = task.progress > 0 ? estimatedMs * (1 - task.progress / 100) : byClock;
  const distanceMs = elapsedMs < estimatedMs ? Math.min(byClock, byProgress) : byClock;
  return Math.min(pauseMaxMs, Math.max(pauseMinMs, distanceMs / 8));
}

/** Milliseconds after the `failures`-th failure in a row: doubled each time, or as long as the service asks for. */
export function pollBackoffMs({ retryAfter }: HttpError, failures: number, now: number): number {
  const askedMs = retryAfterMs(retryAfter, now) ?? 0;
  return Math.max(backoffMs(failureBackoff, failures), Math.min(retryAfterMaxMs, askedMs));
}
