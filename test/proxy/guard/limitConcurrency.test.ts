import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { expect, test } from 'vitest';
import { limitConcurrency } from '../../../src/proxy/guard/limitConcurrency.ts';
import { errorResponse } from '../../../src/proxy/httpError.ts';

const path = '/api/tasks/a/events';

test('an address that is an event stream’s counts while its answer is none', async () => {
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const app = new Hono().use(limitConcurrency(1)).all(path, async (c) => {
    await waiting;
    return c.text('');
  });
  app.onError(errorResponse);
  const first = app.request(path, { method: 'POST' });
  expect((await app.request(path)).status).toBe(503);
  answer();
  expect((await first).status).toBe(200);
  expect((await app.request(path)).status).toBe(200);
});

test('a stream counts until it begins, and not while it lasts', async () => {
  const app = new Hono().use(limitConcurrency(1)).get(path, (c) =>
    streamSSE(c, async (stream) => {
      await new Promise<void>((resolve) => stream.onAbort(resolve));
    }),
  );
  const streams = [await app.request(path), await app.request(path)];
  expect(streams.map(({ status }) => status)).toEqual([200, 200]);
  for (const { body } of streams) await body?.cancel();
});
