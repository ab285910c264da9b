import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { routes } from '../../src/contract/routes.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/startProxy.ts';
import { openEvents } from './eventStream.ts';
import { exampleTask } from './examples.ts';
import { answerJson, type FakeService, proxyValues, startFakeService } from './fakeService.ts';

let service: FakeService;
let proxy: RunningProxy;

beforeEach(async () => {
  // Expected to end now, so it is asked for every second.
  const created = Math.round(Date.now() / 1000) - exampleTask.task_info.estimated_time;
  service = await startFakeService(answerJson(200, { ...exampleTask, created, status: 'processing' }));
  proxy = await startProxy(proxyValues(service.url, { mode: 'sandbox' }), 0);
});

afterEach(async () => {
  await proxy.close();
  await service.close();
});

/** As it is written, without a client that tidies the path. */
async function head(path: string): Promise<{ status: number | undefined; allow: string | undefined }> {
  const { hostname, port } = new URL(proxy.url);
  const [response] = await once(
    request({ hostname, port, path, method: 'HEAD', agent: false }).end(),
    'response',
  );
  response.resume();
  await once(response, 'close');
  return { status: response.statusCode, allow: response.headers.allow };
}

/** Whatever was left behind by those before is asked for by the time that a new task is asked for twice. */
async function watchTwice(): Promise<void> {
  const stream = await openEvents((path, init) => fetch(proxy.url + path, init), '/api/tasks/watched/events');
  await vi.waitFor(() => expect(service.calls.filter((call) => call.endsWith('/watched'))).toHaveLength(2), {
    timeout: 20_000,
  });
  stream.disconnect();
}

describe('a HEAD request', { timeout: 40_000 }, () => {
  test('to an event stream is refused, and leaves no poll behind', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => head(`/api/tasks/t${at}/events`)),
    );
    expect(answers).toEqual(answers.map(() => ({ status: 405, allow: 'GET' })));
    await watchTwice();
    expect(service.calls.filter((call) => !call.endsWith('/watched'))).toEqual([]);
  });

  test.each([
    '/api/tasks/a',
    '/api/tasks/a/results/0',
    '/api/images?url=https%3A%2F%2Fexample.com%2Fa.png',
    '/api/tasks/a/%65vents',
    '/%61pi/tasks/a/events',
    '/api/tasks/%61/events?mode=sandbox',
  ])('to %s is refused before anybody is asked', async (path) => {
    expect(await head(path)).toEqual({ status: 405, allow: 'GET' });
    expect(service.calls).toEqual([]);
  });

  test.each([
    '/api/tasks/a/events/',
    '/api/tasks//events',
    '//api/tasks/a/events',
    '/api//tasks/a/events',
    '/api/tasks/a/events//',
    '/api/tasks/a/%2565vents',
    '/api/tasks/a/EVENTS',
    '/api/generations',
    '/api/files',
  ])('to %s finds no route', async (path) => {
    // What does not begin with /api is a file's, and the page is not built here.
    expect((await head(path)).status).toBe(path.startsWith('//') ? 503 : 404);
    expect(service.calls).toEqual([]);
  });

  test.each([routes.health, routes.ready, routes.config])(
    'to %s is answered by what is known',
    async (path) => {
      expect((await head(path)).status).toBe(200);
    },
  );
});
