import { afterEach, describe, expect, test } from 'vitest';
import { connectRedis } from '../../../src/proxy/redis.ts';
import { startRedis } from '../../helpers/redisServer.ts';
import { exampleRequest, exampleTask } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, startFakeService } from '../fakeService.ts';

let service: FakeService;

afterEach(() => service.close());

type App = ReturnType<typeof proxyFor>;

async function create(app: App, headers: Record<string, string>) {
  const response = await app.request('/api/generations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(exampleRequest),
  });
  const body = await response.json();
  return { status: response.status, code: body.error?.code, isFree: body.nothing_charged };
}

describe('a create that comes a second time', () => {
  test('is not sent again, and nobody is told that it was free', async () => {
    service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url);
    const id = { 'x-generation-id': 'press-1' };
    expect([await create(app, id), await create(app, id)]).toEqual([
      { status: 200, code: undefined, isFree: undefined },
      { status: 502, code: 'outcome_unknown', isFree: undefined },
    ]);
    expect((await create(app, { 'x-generation-id': 'press-2' })).status).toBe(200);
    expect(service.calls).toHaveLength(2);
  });

  test('is known on every copy of the server', async () => {
    service = await startFakeService(answerJson(200, exampleTask));
    const server = await startRedis();
    const redises = [connectRedis(server.url, () => undefined), connectRedis(server.url, () => undefined)];
    await Promise.all(
      redises.map((redis) => redis.isReady || new Promise((ready) => redis.once('ready', ready))),
    );
    const statuses = [];
    for (const redis of redises) {
      const app = proxyFor(service.url, { redis });
      statuses.push((await create(app, { 'x-generation-id': 'press-1' })).status);
    }
    for (const redis of redises) redis.destroy();
    await server.close();
    expect([statuses, service.calls.length]).toEqual([[200, 502], 1]);
  }, 30_000);

  test('a refused one before it was sent does not count', async () => {
    service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url);
    const id = { 'x-generation-id': 'press-1' };
    const wrong = { ...id, 'content-type': 'text/plain' };
    expect([(await create(app, wrong)).status, (await create(app, id)).status]).toEqual([415, 200]);
  });
});

describe('a page that was opened in another mode', () => {
  test.each([
    ['sandbox', 'live', 409],
    ['live', 'sandbox', 409],
    ['live', 'live', 200],
  ] as const)('%s page, %s server: %i', async (page, mode, status) => {
    service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url, { mode });
    const made = await create(app, { 'x-editor-mode': page });
    expect([made.status, made.isFree, service.calls.length]).toEqual(
      status === 200 ? [200, undefined, 1] : [409, true, 0],
    );
    const task = await app.request('/api/tasks/task-1', { headers: { 'x-editor-mode': page } });
    const events = await app.request(`/api/tasks/task-1/events?mode=${page}`);
    await events.body?.cancel();
    expect([task.status, events.status]).toEqual([status, status]);
    expect((await app.request('/api/config', { headers: { 'x-editor-mode': page } })).status).toBe(200);
  });
});

test('a refusal of the service in a form that nobody understands is free, and says so once', async () => {
  service = await startFakeService((_request, response) => response.writeHead(403).end('<h1>Blocked</h1>'));
  expect(await create(proxyFor(service.url), {})).toEqual({ status: 502, code: 'bad_gateway', isFree: true });
});
