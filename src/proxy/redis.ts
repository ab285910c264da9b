import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { type Backoff, backoffMs } from '../contract/retry.ts';

export type Redis = ReturnType<typeof connectRedis>;

/** In milliseconds. Whoever waits for Redis is better served without it soon. */
const connectTimeoutMs = 2000;
const reconnectBackoff: Backoff = { firstMs: 50, maxMs: 2000 };
/** Of a connection on which nothing comes or goes, as of one that is being made. */
const silenceMaxMs = 2000;
/** A Redis that takes commands and answers none is as good as gone, and known to be within a second. */
const pingEveryMs = 200;
const answerMaxMs = 800;

/**
 * Connects in the background and again whenever the connection is lost. While there is none, commands fail at once instead
 * of queuing, and the server does without. `onError` hears of each loss once.
 */
export function connectRedis(url: string, onError: (error: Error) => void) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: connectTimeoutMs,
      socketTimeout: silenceMaxMs,
      reconnectStrategy: (attempts) => backoffMs(reconnectBackoff, attempts + 1),
    },
  });
  let isReported = false;
  const report = (error: Error) => {
    if (!isReported) onError(error);
    isReported = true;
  };
  client.on('error', report);
  client.on('ready', () => {
    isReported = false;
  });
  client.connect().catch(() => undefined);
  void leaveWhenItHangs(client, report);
  return client;
}

type Client = Readonly<{
  isOpen: boolean;
  isReady: boolean;
  ping(): Promise<unknown>;
  destroy(): void;
  connect(): Promise<unknown>;
}>;

/**
 * Breaks the connection where a ping is not answered in time: every command under way fails then, and those to come fail at once,
 * until Redis answers to a new connection. The client's own time-out does not do that, since each command that is sent renews it.
 */
async function leaveWhenItHangs(client: Client, report: (error: Error) => void): Promise<void> {
  while (client.isOpen) {
    if (client.isReady && !(await settlesInTime(client.ping())) && client.isOpen) {
      report(new Error('Redis hangs.'));
      client.destroy();
      client.connect().catch(() => undefined);
    }
    await delay(pingEveryMs, undefined, { ref: false });
  }
}

/** Answers come in the order of commands, so that none that was sent before is missing then. */
function settlesInTime(answer: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    // Where this process itself stood still, the answer may be here already, and is read before what is immediate.
    const timer = setTimeout(() => setImmediate(() => resolve(false)), answerMaxMs);
    const settled = () => {
      clearTimeout(timer);
      resolve(true);
    };
    answer.then(settled, settled);
  });
}
