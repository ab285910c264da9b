import { createClient } from '@redis/client';
import { type Backoff, backoffMs } from '../contract/retry.ts';

export type Redis = ReturnType<typeof connectRedis>;

/** In milliseconds. Whoever waits for Redis is better served without it soon. */
const connectTimeoutMs = 2000;
const reconnectBackoff: Backoff = { firstMs: 50, maxMs: 2000 };
/** A Redis that takes commands and answers none is as good as gone; the pings keep a quiet connection from looking so. */
const silenceMaxMs = 2000;
const pingEveryMs = 500;

/**
 * Connects in the background and again whenever the connection is lost. While there is none, commands fail at once instead
 * of queuing, and the server does without. `onError` hears of each loss once.
 */
export function connectRedis(url: string, onError: (error: Error) => void) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: pingEveryMs,
    socket: {
      connectTimeout: connectTimeoutMs,
      socketTimeout: silenceMaxMs,
      reconnectStrategy: (attempts) => backoffMs(reconnectBackoff, attempts + 1),
    },
  });
  let isReported = false;
  client.on('error', (error: Error) => {
    if (!isReported) onError(error);
    isReported = true;
  });
  client.on('ready', () => {
    isReported = false;
  });
  client.connect().catch(() => undefined);
  return client;
}
