import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, type RequestListener, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, test } from 'vitest';
import { exampleTask, exampleUpload, jpegHead } from '../proxy/examples.ts';
import { type FakeService, startFakeService } from '../proxy/fakeService.ts';
import { passThrough } from './passThrough.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';
import { medianOf, report } from './timing.ts';

/** The service and all pages are in this process, the proxy and the pass-through in one each; all on loopback. */
let service: FakeService;
let answer: RequestListener;
let proxy: ServerProcess;
let bare: ServerProcess;
let dataDirectory: string;

beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'bench-'));
  service = await startFakeService((incoming, outgoing) => answer(incoming, outgoing));
  proxy = await startServerProcess([resolve('dist/server/server.js')], {
    PORT: '0',
    EVOLINK_API_KEY: 'key-of-this-bench',
    EVOLINK_BASE_URL: service.url,
    EVOLINK_FILES_URL: service.url,
    REQUESTS_PER_MINUTE: '1000000',
    DATA_DIR: dataDirectory,
  });
  bare = await startServerProcess(['--input-type=module', '-e', passThrough], { SERVICE_URL: service.url });
});

afterEach(async () => {
  await Promise.all([proxy.stop(), bare.stop(), service.close()]);
  await rm(dataDirectory, { recursive: true });
});

test('what the proxy adds to a call', async () => {
  answer = (_incoming, outgoing) => {
    outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(exampleTask));
  };
  const ways = {
    direct: `${service.url}/v1/tasks/task-1`,
    'node:http pass-through': `${bare.url}/v1/tasks/task-1`,
    proxy: `${proxy.url}/api/tasks/task-1`,
  };
  const times = Object.fromEntries(Object.keys(ways).map((way): [string, number[]] => [way, []]));
  for (let round = -100; round < 500; round++) {
    for (const [way, url] of Object.entries(ways)) {
      const milliseconds = await timeOfCall(url);
      if (round >= 0) times[way]?.push(milliseconds);
    }
  }
  const direct = medianOf(times.direct ?? []);
  for (const [way, all] of Object.entries(times)) {
    const median = medianOf(all);
    report(`a task, ${way}`, `median ${median.toFixed(2)} ms, added ${(median - direct).toFixed(2)} ms`);
  }
});

/** On a connection of its own, as the proxy keeps none. */
async function timeOfCall(url: string): Promise<number> {
  const startedAt = performance.now();
  const [response] = await once(get(url, { agent: false }), 'response');
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  await once(response.resume(), 'end');
  return performance.now() - startedAt;
}

const uploads = 50;
const megabyte = 1024 * 1024;
const uploadMegabytes = 20;

test(`${uploads} uploads at once, to a service that is slow to read`, async () => {
  const received: number[] = [];
  answer = async (incoming, outgoing) => {
    await pause(2000);
    let bytes = 0;
    for await (const chunk of incoming) bytes += chunk.length;
    received.push(bytes);
    outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(exampleUpload));
  };
  for (const [name, server, path] of [
    ['node:http pass-through', bare, '/files'],
    ['proxy', proxy, '/api/files'],
  ] as const) {
    await upload(server.url + path, 1);
    received.length = 0;
    const before = await server.residentMemory();
    const startedAt = performance.now();
    const uploading = Promise.all(
      Array.from({ length: uploads }, () => upload(server.url + path, uploadMegabytes)),
    );
    const peak = await peakMemory(server, uploading);
    const seconds = (performance.now() - startedAt) / 1000;
    const arrived = received.filter((bytes) => bytes >= uploadMegabytes * megabyte).length;
    report(
      `${uploads} × ${uploadMegabytes} MB, ${name}`,
      `${before.toFixed(0)} MB before, at most ${(peak - before).toFixed(0)} MB more; ${arrived} arrived in ${seconds.toFixed(1)} s`,
    );
  }
});

async function peakMemory(server: ServerProcess, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  let peak = 0;
  while (!isDone) {
    peak = Math.max(peak, await server.residentMemory());
    await pause(25);
  }
  await done;
  return peak;
}

async function upload(url: string, megabytes: number): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024);
  const headers = { 'content-type': 'image/jpeg', 'content-length': jpegHead.length + megabytes * megabyte };
  const sending = request(url, { method: 'POST', headers, agent: false });
  const answered = once(sending, 'response');
  sending.write(jpegHead);
  for (let sent = 0; sent < megabytes * megabyte; sent += chunk.length) {
    if (!sending.write(chunk)) await once(sending, 'drain');
  }
  sending.end();
  const [response] = await answered;
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  await once(response.resume(), 'end');
}

const watchedTasks = 50;
const pagesOfEach = 4;
const watchedSeconds = 10;

test(`${watchedTasks * pagesOfEach} pages that watch ${watchedTasks} tasks`, async () => {
  const polls: number[] = [];
  const created = Math.floor(Date.now() / 1000) - 45;
  answer = (incoming, outgoing) => {
    polls.push(performance.now());
    const id = incoming.url?.split('/').at(-1);
    // At its expected end, when it is asked for most often: once a second.
    const task = { ...exampleTask, id, created, status: 'processing', progress: 99 };
    outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(task));
  };
  const pages = Array.from({ length: watchedTasks * pagesOfEach }, (_, page) =>
    watch(`${proxy.url}/api/tasks/task-${page % watchedTasks}/events`),
  );
  const watching = await Promise.all(pages);
  polls.length = 0;
  await pause(watchedSeconds * 1000);
  const busiest = Math.max(
    ...polls.map((at) => polls.filter((other) => other >= at && other < at + 1000).length),
  );
  report(
    `${pages.length} pages on ${watchedTasks} tasks`,
    `${(polls.length / watchedSeconds).toFixed(0)} polls a second on average, ${busiest} in the busiest second`,
  );
  for (const page of watching) page.destroy();
});

/** Resolves when the first event is here. */
async function watch(url: string) {
  const [response] = await once(get(url, { agent: false }), 'response');
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  await once(response, 'data');
  return response.resume();
}
