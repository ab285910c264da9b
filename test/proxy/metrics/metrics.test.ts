import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { uploadResponseSchema } from '../../../src/contract/file.ts';
import { generationRequestSchema } from '../../../src/contract/generationRequest.ts';
import { replayHeader } from '../../../src/contract/requestHeaders.ts';
import { taskSchema } from '../../../src/contract/task.ts';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { HttpError } from '../../../src/proxy/httpError.ts';
import { countCalls } from '../../../src/proxy/metrics/countCalls.ts';
import { countRequests } from '../../../src/proxy/metrics/countRequests.ts';
import { createMetrics, type Metrics } from '../../../src/proxy/metrics/metrics.ts';
import { connectRedis } from '../../../src/proxy/redis.ts';
import { multipartBody } from '../../../src/proxy/service/multipart.ts';
import { openEvents } from '../eventStream.ts';
import { exampleRequest, exampleTask, exampleUpload } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, startFakeService } from '../fakeService.ts';

const accessToken = 'Kq3-metrics-7Zw1-of-tests';
const nowhere = 'http://127.0.0.1:9';

let metrics: Metrics;
let service: FakeService | undefined;

beforeEach(async () => {
  metrics = await createMetrics({});
});

afterEach(async () => {
  await service?.close();
  service = undefined;
});

const appWith = (changes: Partial<ProxyValues> = {}, url = nowhere) => proxyFor(url, { metrics, ...changes });

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** The samples whose names begin so. */
async function samples(start: string): Promise<string[]> {
  const { body } = await metrics.text();
  return body.split('\n').filter((line) => line.startsWith(start));
}

/** Of the samples whose names begin so, those that something has happened to. */
const counts = async (start: string) => (await samples(start)).filter((line) => !line.endsWith(' 0'));

describe('what is counted', () => {
  test('requests, by what anybody could have asked for and not by what was asked', async () => {
    const app = appWith();
    for (let count = 0; count < 20; count++) {
      await app.request(`/api/callbacks/hush${count}`, { method: 'POST' });
      await app.request(`/api/tasks/hush${count}`, { method: `M${count}` });
      await app.request(`/hush${count}?hush`);
      await app.request(`/api/hush/${count}`);
    }
    expect(await samples('http_requests_total')).toEqual([
      'http_requests_total{method="POST",route="/api/callbacks/:secret",status="4xx"} 20',
      'http_requests_total{method="other",route="/api/tasks/:id",status="4xx"} 20',
      'http_requests_total{method="GET",route="static",status="5xx"} 20',
      'http_requests_total{method="GET",route="unknown",status="4xx"} 20',
    ]);
    expect((await metrics.text()).body).not.toContain('hush');
  });

  test('calls of the service, by what came of them', async () => {
    const task = taskSchema.parse(exampleTask);
    const outcomes = [
      task,
      new HttpError(402, 'insufficient_quota', ''),
      new HttpError(502, 'service_unreachable', '', { isFree: true }),
      new HttpError(502, 'bad_gateway', '', { isFree: true }),
      new HttpError(504, 'outcome_unknown', ''),
      new HttpError(500, 'internal_error', ''),
    ];
    const answers = [...outcomes];
    const createTask = async () => {
      const next = answers.shift();
      if (next === undefined || next instanceof HttpError) throw next;
      return next;
    };
    const lost = () => Promise.reject(new HttpError(502, 'bad_gateway', ''));
    const uploadFile = async () => uploadResponseSchema.parse(exampleUpload);
    const counted = countCalls({ createTask, uploadFile, queryTask: lost, readTask: lost }, metrics);
    const request = generationRequestSchema.parse(exampleRequest);
    for (const _ of outcomes) await counted.createTask(request).catch(() => undefined);
    await counted.uploadFile(
      multipartBody({ name: 'a.png', type: 'image/png', length: 0, chunks: noBytes() }),
    );
    await expect(counted.queryTask('a')).rejects.toThrow();
    await expect(counted.readTask('a')).rejects.toThrow();
    expect(await samples('upload_paint_')).toEqual([
      'upload_paint_creates_total{outcome="created"} 1',
      'upload_paint_creates_total{outcome="refused"} 2',
      'upload_paint_creates_total{outcome="not_sent"} 1',
      'upload_paint_creates_total{outcome="unknown"} 2',
      'upload_paint_creates_total{outcome="replayed"} 0',
      'upload_paint_uploads_total{outcome="answered"} 1',
      'upload_paint_uploads_total{outcome="failed"} 0',
      'upload_paint_polls_total{outcome="answered"} 0',
      'upload_paint_polls_total{outcome="failed"} 2',
      'upload_paint_event_streams 0',
    ]);
  });

  test('creates that are turned away, and those that are told again', async () => {
    const app = appWith();
    await app.request('/api/generations', { method: 'POST', body: 'none' });
    const replaying = new Hono()
      .use(countRequests(metrics))
      .post('/api/generations', (c) => c.body('', 200, { [replayHeader]: c.req.query('replay') ?? '' }));
    for (const replay of ['true', 'false']) {
      await replaying.request(`/api/generations?replay=${replay}`, { method: 'POST' });
    }
    expect(await counts('upload_paint_creates')).toEqual([
      'upload_paint_creates_total{outcome="not_sent"} 1',
      'upload_paint_creates_total{outcome="replayed"} 1',
    ]);
  });

  test('a create once, by what came of it', async () => {
    service = await startFakeService(answerJson(200, exampleTask));
    const headers = { 'content-type': 'application/json', 'x-generation-id': 'metrics-1' };
    const init = { method: 'POST', headers, body: JSON.stringify(exampleRequest) };
    const app = appWith({}, service.url);
    const statuses = [(await app.request('/api/generations', init)).status];
    statuses.push((await app.request('/api/generations', init)).status);
    expect([statuses, service.calls.length]).toEqual([[200, 200], 1]);
    expect(await counts('upload_paint_creates')).toEqual([
      'upload_paint_creates_total{outcome="created"} 1',
      'upload_paint_creates_total{outcome="replayed"} 1',
    ]);
  });

  test('event streams that are open, and the polls behind them', async () => {
    service = await startFakeService(answerJson(200, { ...exampleTask, status: 'processing' }));
    const app = appWith({}, service.url);
    const open = () => openEvents((path, init) => app.request(path, init), '/api/tasks/a/events');
    const streams = [await open(), await open()];
    await streams[0]?.next();
    expect(await samples('upload_paint_event_streams')).toEqual(['upload_paint_event_streams 2']);
    expect(await counts('upload_paint_polls')).toEqual(['upload_paint_polls_total{outcome="answered"} 1']);
    for (const stream of streams) stream.disconnect();
    await vi.waitFor(async () =>
      expect(await samples('upload_paint_event_streams')).toEqual(['upload_paint_event_streams 0']),
    );
  });

  test('whether Redis is there, and how the process is', async () => {
    const redis = connectRedis('redis://127.0.0.1:9', () => undefined);
    metrics = await createMetrics({ redis });
    redis.destroy();
    expect(await samples('upload_paint_redis_up')).toEqual(['upload_paint_redis_up 0']);
    const names = ['nodejs_eventloop_lag_p50', 'nodejs_eventloop_lag_p99', 'nodejs_eventloop_lag_max'];
    names.push('process_resident_memory_bytes', 'process_start_time_seconds');
    for (const name of names) expect(await samples(name)).toHaveLength(1);
  });
});

describe('who is told', () => {
  const metricsOf = async (app: ReturnType<typeof proxyFor>, headers: Record<string, string> = {}) => {
    const answer = await app.request('/metrics', { headers });
    return [answer.status, answer.headers.get('content-type')];
  };
  const told = [200, 'text/plain; version=0.0.4; charset=utf-8'];
  const refused = (status: number) => [status, 'application/json'];
  const guarded = () => appWith({ host: '0.0.0.0', accessToken, publicUrl: 'https://editor.example' });

  test('nobody, unless it is asked for', async () => {
    const answer = await proxyFor(nowhere).request('/metrics');
    expect(await answer.text()).toContain('The editor has not been built yet.');
  });

  test('this machine, where there is no token, and no page that has the name led here', async () => {
    expect(await metricsOf(appWith())).toEqual(told);
    expect(await metricsOf(appWith(), { host: 'evil.example' })).toEqual(refused(403));
  });

  test('whoever bears the token, by any name that the copy has', async () => {
    const authorization = `Bearer ${accessToken}`;
    expect(await metricsOf(guarded(), { authorization, host: '10.0.0.5:8787' })).toEqual(told);
    expect(await metricsOf(guarded(), { host: '10.0.0.5:8787' })).toEqual(refused(401));
  });

  test('not a session: that is a person’s', async () => {
    const app = guarded();
    const host = 'editor.example';
    const body = new URLSearchParams({ token: accessToken });
    const signedIn = await app.request('/sign-in', { method: 'POST', body, headers: { host } });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await app.request('/api/config', { headers: { host, cookie } })).status).toBe(200);
    expect(await metricsOf(app, { host, cookie })).toEqual(refused(401));
  });

  test('not who guesses: wrong tries are slowed down as at the sign-in', async () => {
    const app = guarded();
    for (let count = 0; count < 5; count++) await metricsOf(app, { authorization: `Bearer wrong-${count}` });
    expect(await metricsOf(app, { authorization: `Bearer ${accessToken}` })).toEqual(refused(429));
  });
});
