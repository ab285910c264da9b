/**
 * The rules by which a failed call is made again, for page, proxy and sandbox. Retrying helps where a fault may pass; it does
 * harm where many come back at once, come back before they are told to, or repeat what may have been charged. So pauses
 * double, are left to chance in part, and are never shorter than what `Retry-After` asks for. Creates are never retried.
 * All times are in milliseconds.
 */

/** The pause after the first failure, and the longest one. */
export type Backoff = Readonly<{ firstMs: number; maxMs: number }>;

export type RetryPolicy = Readonly<{
  /** How often the call is made, the first time included. */
  attemptsMax: number;
  backoff: Backoff;
  /** Whoever asks to come back later than this is not waited for. */
  retryAfterMaxMs: number;
}>;

/** Whether a call that was answered with this HTTP status may succeed later. 0 stands for no answer. */
export function isTransientStatus(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** The pause after the `failures`-th failure in a row. */
export function backoffMs({ firstMs, maxMs }: Backoff, failures: number): number {
  return Math.min(maxMs, firstMs * 2 ** (failures - 1));
}

/**
 * The pause after the `attempts`-th attempt, or undefined where it was the last. `random` is from 0 to 1: half of the backoff
 * is left to chance, so that those who were refused together do not come back together.
 */
export function retryPauseMs(
  { attemptsMax, backoff, retryAfterMaxMs }: RetryPolicy,
  attempts: number,
  retryAfterMs: number,
  random: number,
): number | undefined {
  if (attempts >= attemptsMax || retryAfterMs > retryAfterMaxMs) return undefined;
  return Math.max(retryAfterMs, backoffMs(backoff, attempts) * (0.5 + random / 2));
}

/**
 * Makes attempts until `pauseAfter`, which is told what came of one and how many there were, knows no pause before another.
 * Resolves with what came of the last; rejects as soon as an attempt does.
 */
export async function retry<Outcome>(
  attempt: () => Promise<Outcome>,
  pauseAfter: (outcome: Outcome, attempts: number) => number | undefined,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<Outcome> {
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await attempt();
    const pauseMs = pauseAfter(outcome, attempts);
    if (pauseMs === undefined) return outcome;
    await wait(pauseMs);
  }
}

/**
 * What a `Retry-After` header asks for, from a number of seconds or an HTTP date; undefined where it is missing or neither.
 * `now` is in milliseconds since the epoch. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
