import { Hono, type MiddlewareHandler } from 'hono';
import { routes } from '../../contract/routes.ts';
import { bearsToken } from '../guard/bearsToken.ts';
import type { RateLimits } from '../guard/rateLimits.ts';
import { isSame } from '../guard/sessions.ts';
import { HttpError } from '../httpError.ts';
import type { Metrics } from './metrics.ts';

type MetricsRouteValues = Readonly<{
  metrics: Metrics;
  accessToken?: string | undefined;
  limits: Pick<RateLimits, 'tryToken' | 'tryAddedToken'>;
  requireOwnHost: MiddlewareHandler;
}>;

/**
 * `GET /metrics`, for a program that bears the token: a session is a person's, and opens the editor alone. It asks each copy by
 * whatever name that has inside, which the token makes harmless; without one, only this machine's names count.
 */
export function metricsRoutes({ metrics, accessToken, limits, requireOwnHost }: MetricsRouteValues): Hono {
  const guard: MiddlewareHandler = accessToken === undefined ? requireOwnHost : requireToken(accessToken);
  return new Hono().get(routes.metrics, guard, async (c) => {
    const { type, body } = await metrics.text();
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-store' });
  });

  function requireToken(token: string): MiddlewareHandler {
    return async (c, next) => {
      if (await bearsToken(c, { limits, isToken: (given) => isSame(given, token) })) return next();
      const message = 'Send the access token as “Authorization: Bearer”.';
      throw new HttpError(401, 'sign_in_required', message, { type: 'authentication_error' });
    };
  }
}
