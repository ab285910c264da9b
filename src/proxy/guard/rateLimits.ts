import type { Context, MiddlewareHandler } from 'hono';
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { routes } from '../../contract/routes.ts';
import { HttpError } from '../httpError.ts';
import type { Redis } from '../redis.ts';
import { type Client, createClientOf, type TrustedProxies } from './clientAddress.ts';
import { createKeyedMutex } from './keyedMutex.ts';

export type RateLimits = Readonly<{
  /** Throws an `HttpError` where the client has made too many requests, or too many that cost money. */
  middleware: MiddlewareHandler;
  /**
   * Whether a client's token is right, or how long it has to wait before it may try another. Tries that come at the same
   * time take their turns: all of them would pass otherwise, before the first wrong one is counted.
   */
  tryToken(c: Context, isRight: () => boolean): Promise<TokenTry>;
  /** The same for one that may be somebody else's, added on the way. Wrong ones keep nobody from signing in. */
  tryAddedToken(c: Context, isRight: () => boolean): Promise<TokenTry>;
}>;

type TokenTry = Readonly<{ isRight: boolean; waitSeconds: number }>;

type RateLimitValues = Readonly<{
  limits: Readonly<{ requestsPerMinute: number; createsPerMinute: number }>;
  trustedProxies: TrustedProxies;
  /** Where copies of the server count together; each counts alone without it, and while it is down. */
  redis?: Redis | undefined;
}>;

const wrongTriesMax = 5;
const wrongTryMemorySeconds = 15 * 60;
/** How many of its networks at their limit an IPv6 site may have. It may be one client with thousands, or an office of many. */
const networksPerSite = 8;

/** Counts requests, creates and wrong tokens of each client, over a minute or, for tokens, a quarter of an hour. */
export function createRateLimits({ limits, trustedProxies, redis }: RateLimitValues): RateLimits {
  const requests = limiter(redis, 'requests', limits.requestsPerMinute, 60);
  const creates = limiter(redis, 'creates', limits.createsPerMinute, 60);
  const clientOf = createClientOf(trustedProxies);

  return {
    middleware: async (c, next) => {
      const client = clientOf(c);
      const isCreate = c.req.method === 'POST' && c.req.path === routes.generations;
      await consume(requests, client);
      if (isCreate) await consume(creates, client);
      await next();
    },

    tryToken: tryTokenWithin(limiter(redis, 'wrong-tries', wrongTriesMax, wrongTryMemorySeconds)),
    tryAddedToken: tryTokenWithin(limiter(redis, 'wrong-added', wrongTriesMax, wrongTryMemorySeconds)),
  };

  function tryTokenWithin(wrongTries: ClientLimiter): RateLimits['tryToken'] {
    const withLock = createKeyedMutex();
    return (c, isRight) => {
      const client = clientOf(c);
      return withLock(client.site ?? client.network, async () => {
        const waitSeconds = await wrongTries.waitSeconds(client);
        if (waitSeconds > 0) return { isRight: false, waitSeconds };
        if (isRight()) return { isRight: true, waitSeconds: 0 };
        await wrongTries.consume(client);
        return { isRight: false, waitSeconds: 0 };
      });
    };
  }
}

type ClientLimiter = Readonly<{
  points: number;
  /** Counts one, and tells how long to wait where it is one too many. A network that may not go on costs its site nothing. */
  consume(client: Client): Promise<number>;
  /** How long the client has to wait before it may go on. */
  waitSeconds(client: Client): Promise<number>;
}>;

function limiter(redis: Redis | undefined, name: string, points: number, duration: number): ClientLimiter {
  const ofNetwork = counter(redis, { keyPrefix: `upload-paint:${name}`, points, duration });
  const sitePoints = points * networksPerSite;
  const ofSite = counter(redis, { keyPrefix: `upload-paint:${name}-of-site`, points: sitePoints, duration });
  return {
    points,
    consume: async ({ network, site }) => {
      const seconds = await consumeOne(ofNetwork, network);
      return seconds > 0 || site === undefined ? seconds : consumeOne(ofSite, site);
    },
    waitSeconds: async ({ network, site }) => {
      const seconds = await usedUpFor(ofNetwork, network);
      return seconds > 0 || site === undefined ? seconds : usedUpFor(ofSite, site);
    },
  };
}

function counter(redis: Redis | undefined, options: IRateLimiterOptions): RateLimiterAbstract {
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

/** Seconds to wait, 0 where it was not too much. */
async function consumeOne(limit: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return secondsOf(error);
  }
}

async function usedUpFor(limit: RateLimiterAbstract, key: string): Promise<number> {
  const used = await limit.get(key);
  return used !== null && used.consumedPoints >= limit.points ? secondsOf(used) : 0;
}

async function consume(limit: ClientLimiter, client: Client): Promise<void> {
  const seconds = await limit.consume(client);
  if (seconds === 0) return;
  const message =
    `This server takes no more than ${limit.points} such requests a minute. Nothing was sent and nothing was charged; ` +
    `wait ${seconds} s and try again.`;
  throw new HttpError(429, 'rate_limit_exceeded', message, {
    type: 'rate_limit_error',
    retryAfter: String(seconds),
  });
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
