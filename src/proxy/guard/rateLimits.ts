import type { MiddlewareHandler } from 'hono';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';
import type { Redis } from '../redis.ts';
import { clientAddress } from './clientAddress.ts';
import { createKeyedMutex } from './keyedMutex.ts';

export type RateLimits = Readonly<{
  /** Throws an `HttpError` where the client has made too many requests, or too many that cost money. */
  middleware: MiddlewareHandler;
  /**
   * Whether a client's token is right, or how long it has to wait before it may try another. Tries that come at the same
   * time take their turns: all of them would pass otherwise, before the first wrong one is counted.
   */
  tryToken(client: string, isRight: () => boolean): Promise<TokenTry>;
}>;

type TokenTry = Readonly<{ isRight: boolean; waitSeconds: number }>;

type RateLimitValues = Readonly<{
  limits: Readonly<{ requestsPerMinute: number; createsPerMinute: number }>;
  trustsProxy: boolean;
  /** Where copies of the server count together; each counts alone without it, and while it is down. */
  redis?: Redis | undefined;
}>;

const wrongTriesMax = 5;
const wrongTryMemorySeconds = 15 * 60;

/** Counts requests, creates and wrong tokens of each client, over a minute or, for tokens, a quarter of an hour. */
export function createRateLimits({ limits, trustsProxy, redis }: RateLimitValues): RateLimits {
  const requests = limiter(redis, 'requests', limits.requestsPerMinute, 60);
  const creates = limiter(redis, 'creates', limits.createsPerMinute, 60);
  const wrongTries = limiter(redis, 'wrong-tries', wrongTriesMax, wrongTryMemorySeconds);
  const withLock = createKeyedMutex();

  return {
    middleware: async (c, next) => {
      const client = clientAddress(c, trustsProxy);
      const isCreate = c.req.method === 'POST' && c.req.path === routes.generations;
      await consume(requests, client);
      if (isCreate) await consume(creates, client);
      await next();
    },

    tryToken: (client, isRight) =>
      withLock(client, async () => {
        const tries = await wrongTries.get(client);
        if (tries !== null && tries.consumedPoints >= wrongTriesMax) {
          return { isRight: false, waitSeconds: secondsOf(tries) };
        }
        if (isRight()) return { isRight: true, waitSeconds: 0 };
        await wrongTries.consume(client).catch(() => undefined);
        return { isRight: false, waitSeconds: 0 };
      }),
  };
}

function limiter(
  redis: Redis | undefined,
  name: string,
  points: number,
  duration: number,
): RateLimiterAbstract {
  const options = { keyPrefix: `upload-paint:${name}`, points, duration };
  const memory = new RateLimiterMemory(options);
  if (redis === undefined) return memory;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    insuranceLimiter: memory,
  });
}

async function consume(limit: RateLimiterAbstract, client: string): Promise<void> {
  try {
    await limit.consume(client);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = secondsOf(error);
    const message =
      `This server takes no more than ${limit.points} such requests a minute. Nothing was sent and nothing was charged; ` +
      `wait ${seconds} s and try again.`;
    throw new HttpError(429, 'rate_limit_exceeded', message, {
      type: 'rate_limit_error',
      retryAfter: String(seconds),
    });
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
