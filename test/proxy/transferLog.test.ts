import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LogEntry } from '../../src/proxy/guard/requestLog.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/startProxy.ts';
import { exampleTask, pngHead } from './examples.ts';
import { type FakeService, proxyValues, startFakeService } from './fakeService.ts';

const declaredBytes = 100_000;

let proxy: RunningProxy;
let service: FakeService;
let entries: LogEntry[];
/** How many bytes of the declared ones the result's host sends before it goes away. */
let sentBytes: number;

beforeEach(async () => {
  entries = [];
  service = await startFakeService((request, response) => {
    if (request.url?.startsWith('/v1/')) {
      const results = [`${service.url}/result.png`];
      response.end(JSON.stringify({ ...exampleTask, status: 'completed', progress: 100, results }));
      return;
    }
    response.writeHead(200, { 'content-length': declaredBytes });
    const image = Buffer.alloc(sentBytes);
    pngHead.copy(image);
    response.write(image, () => (sentBytes < declaredBytes ? response.destroy() : response.end()));
  });
  proxy = await startProxy(
    proxyValues(service.url, { mode: 'sandbox', log: (entry) => entries.push(entry) }),
    0,
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  await proxy.close();
  await service.close();
});

async function fetchResult(): Promise<'whole' | 'broken'> {
  const response = await fetch(`${proxy.url}/api/tasks/a/results/0`);
  return response.arrayBuffer().then(
    () => 'whole' as const,
    () => 'broken' as const,
  );
}

test('an image that breaks off is told by the one line of its request, without a stack', async () => {
  const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')];
  sentBytes = 50_000;
  expect(await fetchResult()).toBe('broken');
  await vi.waitFor(() => expect(entries).toHaveLength(1));
  expect(entries[0]).toMatchObject({ path: '/api/tasks/a/results/0', status: 200, outcome: 'broken off' });
  expect(printed.map(({ mock }) => mock.calls)).toEqual([[], []]);
});

test('the line of a whole answer tells its bytes, and nothing of an outcome', async () => {
  sentBytes = declaredBytes;
  expect(await fetchResult()).toBe('whole');
  await vi.waitFor(() => expect(entries).toHaveLength(1));
  expect(entries[0]?.outcome).toBeUndefined();
  expect(entries[0]?.bytes).toBeGreaterThan(declaredBytes);
});

test('a client that leaves before it is answered has its line too', async () => {
  const leave = new AbortController();
  const silent = await startFakeService((_request, response) => {
    leave.abort();
    setTimeout(() => response.end(JSON.stringify(exampleTask)), 100);
  });
  const other = await startProxy(proxyValues(silent.url, { log: (entry) => entries.push(entry) }), 0);
  await expect(fetch(`${other.url}/api/tasks/a`, { signal: leave.signal })).rejects.toThrow();
  await vi.waitFor(() => expect(entries).toMatchObject([{ path: '/api/tasks/a' }]));
  await other.close();
  await silent.close();
});

test('of a path that is far longer than any of ours the line has the beginning', async () => {
  const path = `/api/tasks/${'%2525'.repeat(3000)}`;
  await fetch(proxy.url + path);
  await vi.waitFor(() => expect(entries).toHaveLength(1));
  expect(entries[0]?.path).toBe(path.slice(0, 2000));
});
