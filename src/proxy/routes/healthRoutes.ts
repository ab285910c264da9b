import { Hono } from 'hono';
import type { Redis } from '../redis.ts';

type HealthValues = Readonly<{ stopping: AbortSignal; redis?: Redis | undefined }>;

/** `GET /` tells that the process serves, `GET /ready` whether a load balancer should send it new requests. */
export function healthRoutes({ stopping, redis }: HealthValues): Hono {
  return new Hono()
    .use(async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .get('/', (c) => c.json({ status: 'ok' }))
    .get('/ready', (c) => {
      if (stopping.aborted) return c.json({ status: 'stopping' }, 503);
      const lacksRedis = redis !== undefined && !redis.isReady;
      return lacksRedis ? c.json({ status: 'without Redis' }, 503) : c.json({ status: 'ready' });
    });
}
