import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMetrics } from '../../src/proxy/metrics/metrics.ts';
import { connectRedis, type Redis } from '../../src/proxy/redis.ts';
import { type RedisServer, startRedis } from '../helpers/redisServer.ts';
import { proxyFor } from './fakeService.ts';

let server: RedisServer;
let redis: Redis;
const losses: string[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = connectRedis(server.url, ({ message }) => void losses.push(message));
  await once(redis, 'ready');
});

afterAll(async () => {
  redis.destroy();
  await server.close();
});

const accessToken = 'Kq3-hanging-7Zw1-of-tests';

/** All that has a word with Redis on its way: the session, the limits, and what the service said of a task. */
async function signedInApp() {
  const metrics = await createMetrics({ redis });
  const app = proxyFor('http://127.0.0.1:9', { accessToken, redis, metrics });
  const body = new URLSearchParams({ token: accessToken });
  const signedIn = await app.request('/sign-in', { method: 'POST', body });
  const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
  return {
    readiness: async () => (await app.request('/api/health/ready')).status,
    isRedisUp: async () => /^upload_paint_redis_up 1$/m.test((await metrics.text()).body),
    /** How long a request of a person who is signed in takes, in milliseconds. */
    ask: async () => {
      const startedAt = performance.now();
      expect((await app.request('/api/config', { headers })).status).toBe(200);
      return performance.now() - startedAt;
    },
  };
}

test('a Redis that hangs is known to be away, however often it is asked, and back when it answers', async () => {
  const { readiness, isRedisUp, ask } = await signedInApp();
  await ask();
  expect([await readiness(), await isRedisUp()]).toEqual([200, true]);
  server.freeze();
  const frozenAt = performance.now();
  const first = ask();
  const asked: Promise<number>[] = [];
  const later: number[] = [];
  while (performance.now() - frozenAt < 5000) {
    asked.push(ask());
    if (performance.now() - frozenAt > 2500) later.push(await readiness());
    await pause(50);
  }
  expect(await first).toBeLessThan(1900);
  expect(Math.max(...(await Promise.all(asked)))).toBeLessThan(1900);
  expect([new Set(later), await isRedisUp(), losses.length]).toEqual([new Set([503]), false, 1]);
  expect(await ask()).toBeLessThan(900);
  server.thaw();
  await vi.waitFor(async () => expect(await readiness()).toBe(200), { timeout: 10_000 });
  await ask();
}, 40_000);
