import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type RunningProxy, startProxy } from '../../src/proxy/startProxy.ts';
import { type EventStream, openEvents } from './eventStream.ts';
import { exampleTask } from './examples.ts';
import { answerJson, type FakeService, proxyValues, startFakeService } from './fakeService.ts';

const streamsMax = 3;

let service: FakeService;
let proxy: RunningProxy;
let streams: EventStream[];

beforeEach(async () => {
  streams = [];
  service = await startFakeService(answerJson(200, { ...exampleTask, status: 'processing' }));
  const values = proxyValues(service.url);
  const limits = { ...values.limits, requestsAtOnce: 1, eventStreamsAtOnce: streamsMax };
  proxy = await startProxy({ ...values, limits }, 0);
});

afterEach(async () => {
  for (const stream of streams) stream.disconnect();
  await proxy.close();
  await service.close();
});

async function open(): Promise<EventStream> {
  const stream = await openEvents((path, init) => fetch(proxy.url + path, init), '/api/tasks/a/events');
  streams.push(stream);
  return stream;
}

/** As many as there may be, all of them streams that tell something. */
async function fill(): Promise<void> {
  for (let count = 0; count < streamsMax; count++) {
    const stream = await open();
    expect(stream.response.status).toBe(200);
    expect((await stream.next())?.event).toBe('task');
  }
}

test('event streams have a bound of their own; the page asks for a task that it cannot watch', async () => {
  await fill();
  const { response } = await open();
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect((await fetch(`${proxy.url}/api/tasks/a`)).status).toBe(200);
  streams[0]?.disconnect();
  await vi.waitFor(async () => expect((await open()).response.status).toBe(200), { timeout: 5000 });
});

test('a page that leaves before it is answered takes no place', async () => {
  const { hostname, port } = new URL(proxy.url);
  for (let count = 0; count < 10 * streamsMax; count++) {
    const socket = connect(Number(port), hostname);
    socket.write('GET /api/tasks/left/events HTTP/1.1\r\nHost: localhost\r\n\r\n', () => socket.destroy());
    await once(socket, 'close');
  }
  await vi.waitFor(async () => {
    const { response } = await open();
    expect(response.status).toBe(200);
  });
  for (const stream of streams.splice(0)) stream.disconnect();
  await vi.waitFor(async () => {
    for (const stream of streams.splice(0)) stream.disconnect();
    await fill();
  }, 10_000);
});
