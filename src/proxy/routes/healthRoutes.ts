import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import type { Redis } from '../redis.ts';

type HealthValues = Readonly<{ draining: AbortSignal; redis?: Redis | undefined }>;

/** `GET /api/health` tells that the process serves, `GET /api/health/ready` whether a load balancer should send it new requests. */
export function healthRoutes({ draining, redis }: HealthValues): Hono {
  return new Hono()
    .use(`${routes.health}/*`, async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .get(routes.health, (c) => c.json({ status: 'ok' }))
    .get(routes.ready, (c) => {
      if (draining.aborted) return c.json({ status: 'stopping' }, 503);
      const lacksRedis = redis !== undefined && !redis.isReady;
      return lacksRedis ? c.json({ status: 'without Redis' }, 503) : c.json({ status: 'ready' });
    });
}
