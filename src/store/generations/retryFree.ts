import { ProxyError } from '../../api/proxyError.ts';
import type { Wait } from './waitOnline.ts';

const triesMax = 4;
const firstPauseMs = 500;
/** Whoever asks to come back later than this is not waited for. */
const patienceMs = 20_000;

/**
 * Calls what is free and may be repeated, again after faults that may pass. The pauses double, and are shortened at random so
 * that many pages do not come back at the same moment. Never for a create.
 */
export async function retryFree<Value>(call: () => Promise<Value>, wait: Wait): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || tries === triesMax) throw error;
      const askedMs = (error.retryAfterSeconds ?? 0) * 1000;
      if (askedMs > patienceMs) throw error;
      await wait(Math.max(askedMs, firstPauseMs * 2 ** (tries - 1) * (0.5 + Math.random() / 2)));
    }
  }
}

function isPassing(error: unknown): error is ProxyError {
  return error instanceof ProxyError && (error.status === 0 || error.status === 429 || error.status >= 500);
}
