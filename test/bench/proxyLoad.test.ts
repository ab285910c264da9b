import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { get, type RequestListener, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, test } from 'vitest';
import { createHeaders, exampleRequest, exampleTask, exampleUpload, jpegHead } from '../proxy/examples.ts';
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
    CREATES_PER_MINUTE: '1000000',
    DATA_DIR: dataDirectory,
  });
  bare = await startServerProcess(['--input-type=module', '-e', passThrough], { SERVICE_URL: service.url });
});

afterEach(async () => {
  await Promise.all([proxy.stop(), bare.stop(), service.close()]);
  await rm(dataDirectory, { recursive: true });
});

const warmingRounds = 200;
const countedRounds = Number(process.env.ROUNDS ?? 500);

test('what the proxy adds to a call', async () => {
  answer = async (incoming, outgoing) => {
    await once(incoming.resume(), 'end');
    outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(exampleTask));
  };
  const body = JSON.stringify(exampleRequest);
  await compareCalls('a task', (url) => timeOfCall('GET', url), {
    direct: `${service.url}/v1/tasks/task-1`,
    bare: `${bare.url}/v1/tasks/task-1`,
    proxy: `${proxy.url}/api/tasks/task-1`,
  });
  await reportDisk();
  await compareCalls('a create', (url) => timeOfCall('POST', url, createHeaders(), body), {
    direct: `${service.url}/v1/images/generations`,
    bare: `${bare.url}/v1/images/generations`,
    proxy: `${proxy.url}/api/generations`,
  });
});

/** The claim of a create is on the disk before the create leaves, which takes as long as the disk does. */
async function reportDisk() {
  const file = await open(join(dataDirectory, 'bench.log'), 'a');
  const times: number[] = [];
  for (let round = 0; round < 100; round++) {
    const startedAt = performance.now();
    await file.appendFile(`${'x'.repeat(300)}\n`);
    await file.datasync();
    times.push(performance.now() - startedAt);
  }
  await file.close();
  report('a line of a log, written to this disk', `median ${medianOf(times).toFixed(2)} ms`);
}

type Ways = Readonly<{ direct: string; bare: string; proxy: string }>;

/**
 * All ways take turns, so that other work on the machine hits them alike. What one has over another is the median of the rounds'
 * differences, and the processor's time tells the same where the machine is too busy for that.
 */
async function compareCalls(name: string, timeOf: (url: string) => Promise<number>, ways: Ways) {
  const rounds: Readonly<Record<keyof Ways, number>>[] = [];
  const processorTimes: (() => Promise<number>)[] = [bare.processorTime, proxy.processorTime];
  let before: number[] = [];
  for (let round = -warmingRounds; round < countedRounds; round++) {
    if (round === 0) before = await Promise.all(processorTimes.map((time) => time()));
    const times = {
      direct: await timeOf(ways.direct),
      bare: await timeOf(ways.bare),
      proxy: await timeOf(ways.proxy),
    };
    if (round >= 0) rounds.push(times);
  }
  const after = await Promise.all(processorTimes.map((time) => time()));
  const [bareUsed, proxyUsed] = after.map((time, index) => (time - (before[index] ?? 0)) / countedRounds);
  const median = (way: keyof Ways) => medianOf(rounds.map((times) => times[way])).toFixed(2);
  const added = medianOf(rounds.map((times) => times.proxy - times.bare)).toFixed(2);
  report(`${name}, direct`, `median ${median('direct')} ms`);
  report(
    `${name}, node:http pass-through`,
    `median ${median('bare')} ms, processor ${bareUsed?.toFixed(2)} ms`,
  );
  report(
    `${name}, proxy`,
    `median ${median('proxy')} ms, processor ${proxyUsed?.toFixed(2)} ms; beyond the pass-through ${added} ms`,
  );
}

/** On a connection of its own: the proxy keeps none of a page's, and the pass-through is asked likewise. */
async function timeOfCall(
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<number> {
  const startedAt = performance.now();
  const [response] = await once(request(url, { method, headers, agent: false }).end(body), 'response');
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
const pagesOfEach = 20;
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
  const before = await proxy.residentMemory();
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
    `${pages.length} event streams`,
    `${before.toFixed(0)} MB before, ${((await proxy.residentMemory()) - before).toFixed(0)} MB more`,
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
