import { type Backoff, backoffMs, retry } from '../contract/retry.ts';
import { endsAt, type TaskRecord, taskObject } from './taskState.ts';

export type CallbackValues = {
  /** The only place that is called. Without one the sandbox sends nothing to the outside. */
  readonly callbackOrigin: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly fetch: typeof fetch;
};

/** In milliseconds. */
const timeoutMs = 10_000;
const attemptsMax = 4;
const backoff: Backoff = { firstMs: 1000, maxMs: 4000 };

/** Tells a task's end to the address that its request named, as the service does. Never rejects. */
export async function deliverCallback(values: CallbackValues, url: string, task: TaskRecord): Promise<void> {
  if (!hasOrigin(url, values.callbackOrigin)) return;
  await values.wait(Math.max(0, endsAt(task) - values.now()));
  const body = JSON.stringify(taskObject(task, Math.max(endsAt(task), values.now())));
  const pauseAfter = (isDelivered: boolean, attempts: number) =>
    isDelivered || attempts === attemptsMax ? undefined : backoffMs(backoff, attempts);
  await retry(() => postCallback(values, url, body), pauseAfter, values.wait);
}

/** Whether the URL leads to this origin; never where there is none. */
export function hasOrigin(url: string, origin: string | undefined): boolean {
  return origin !== undefined && URL.canParse(url) && new URL(url).origin === origin;
}

async function postCallback({ fetch }: CallbackValues, url: string, body: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
