import type { Context } from 'hono';
import { modeParameter, requestHeaders } from '../../contract/requestHeaders.ts';
import { HttpError } from '../httpError.ts';
import type { RateLimits } from './rateLimits.ts';

type TokenValues = Readonly<{
  limits: Pick<RateLimits, 'tryToken' | 'tryAddedToken'>;
  isToken(text: string): boolean;
}>;

/**
 * Whether a request has the access token as `Authorization: Bearer`, as programs send it. A reverse proxy that asks people to
 * sign in with it may add a Bearer of its own to whatever their browsers send: such a one is counted by itself, and locks
 * nobody out. Throws an `HttpError` where a program has tried too many.
 */
export async function bearsToken(c: Context, { limits, isToken }: TokenValues): Promise<boolean> {
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) return false;
  const isAdded = isBrowsers(c);
  const tryIt = isAdded ? limits.tryAddedToken : limits.tryToken;
  const { isRight, waitSeconds } = await tryIt(c, () => isToken(token));
  if (!isAdded && waitSeconds > 0) throw tooManyTries(waitSeconds);
  return isRight;
}

/** Whether it has what browsers, or our page, send along and programs do not. */
function isBrowsers({ req }: Context): boolean {
  return (
    req.header('cookie') !== undefined ||
    req.header('sec-fetch-site') !== undefined ||
    (req.header('accept') ?? '').includes('text/html') ||
    (req.header(requestHeaders.mode) ?? req.query(modeParameter)) !== undefined
  );
}

function tooManyTries(seconds: number): HttpError {
  const message =
    'Too many wrong access tokens came from your address. Nothing was sent and nothing was charged; ' +
    `wait ${minutesText(seconds)} and try again.`;
  const details = { type: 'rate_limit_error', retryAfter: String(seconds), isFree: true };
  return new HttpError(429, 'too_many_wrong_tokens', message, details);
}

export function minutesText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
