import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { toReadableStream } from '../../src/proxy/http/byteStream.ts';
import { readPauseMs } from '../../src/proxy/service/retryRead.ts';
import { createHeaders, exampleRequest, exampleTask, exampleUpload, pngHead } from './examples.ts';
import {
  answerJson,
  deadUrl,
  type FakeService,
  proxyFor,
  readBody,
  startFakeService,
} from './fakeService.ts';

const services: FakeService[] = [];

afterAll(() => Promise.all(services.map(({ close }) => close())));

async function startService(listener: RequestListener): Promise<FakeService> {
  const service = await startFakeService(listener);
  services.push(service);
  return service;
}

const timeouts = { create: 3000, upload: 3000, read: 3000, image: 1000 };

type Call = 'create' | 'upload' | 'read';

async function make(call: Call, url: string, changes: Partial<typeof timeouts> = {}): Promise<Response> {
  const app = proxyFor(url, { timeouts: { ...timeouts, ...changes } });
  const post = (path: string, headers: Record<string, string>, body: string | Buffer<ArrayBuffer>) =>
    app.request(path, { method: 'POST', headers, body });
  if (call === 'create') return post('/api/generations', createHeaders(), JSON.stringify(exampleRequest));
  if (call === 'upload') return post('/api/files', { 'content-type': 'image/png' }, pngHead);
  return app.request('/api/tasks/task-1');
}

async function outcomeOf(answered: Promise<Response>) {
  const response = await answered;
  const { error } = await response.json();
  return `${response.status} ${error?.code}`;
}

const errorBody = (code: string) => ({ error: { code, message: 'No.', type: 'api_error' } });

/** The service reads the whole request first. */
const afterReading =
  (listener: RequestListener): RequestListener =>
  async (request, response) => {
    await readBody(request).catch(() => {});
    listener(request, response);
  };

const resetUnread: RequestListener = (request) => void request.socket.destroy();
const resetInAnswer = afterReading((_request, response) => {
  response.writeHead(200, { 'content-length': 1000 }).write('{"id":', () => response.destroy());
});
const silentUnread: RequestListener = () => {};
const drip = afterReading((_request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 30);
  response.on('close', () => clearInterval(timer));
});
const html = (status: number) =>
  afterReading((_, response) => response.writeHead(status).end('<h1>Hello</h1>'));
const oversized = afterReading((_request, response) => {
  response.end(JSON.stringify({ ...exampleTask, ...exampleUpload, padding: ' '.repeat(1024 * 1024) }));
});
const redirect = afterReading((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());

const broken = { create: '502 outcome_unknown', upload: '502 bad_gateway', read: '502 bad_gateway' };
const tooLate = { create: '504 outcome_unknown', upload: '504 gateway_timeout', read: '504 gateway_timeout' };
const unread = { create: '502 bad_gateway', upload: '502 bad_gateway', read: '502 bad_gateway' };
const sameForEach = (outcome: string) => ({ create: outcome, upload: outcome, read: outcome });
const refuse = (status: number, code: string, headers = {}) => answerJson(status, errorBody(code), headers);

/** A fault, what the proxy then answers to each call, and how often a page's read was made. */
const faults: [string, RequestListener, Record<Call, string>, number][] = [
  ['a reset before the request was read', resetUnread, broken, 3],
  ['a reset after it', afterReading(resetUnread), broken, 3],
  ['a reset in the middle of the answer', resetInAnswer, broken, 3],
  ['silence before the request was read', silentUnread, tooLate, 1],
  ['silence after it', afterReading(silentUnread), tooLate, 1],
  ['an answer that drips', drip, tooLate, 1],
  ['HTML for an answer', html(200), broken, 1],
  ['HTML for a refusal', html(403), unread, 1],
  ['HTML for a fault', html(502), broken, 3],
  ['a success that nobody knows', html(299), broken, 1],
  ['a status out of all classes', html(799), broken, 3],
  ['a redirect', redirect, unread, 1],
  ['an answer that is too long', oversized, broken, 1],
  ['500', refuse(500, 'internal_error'), sameForEach('500 internal_error'), 3],
  ['429', refuse(429, 'rate_limit_exceeded'), sameForEach('429 rate_limit_exceeded'), 3],
  [
    '429 for a minute',
    refuse(429, 'rate_limit_exceeded', { 'retry-after': '60' }),
    sameForEach('429 rate_limit_exceeded'),
    1,
  ],
  ['404', refuse(404, 'not_found'), sameForEach('404 not_found'), 1],
];

/** What comes of a call under each fault, by the fault's name: the answer, and how often the service was asked. */
async function underAllFaults(call: Call) {
  const outcomes = faults.map(async ([name, listener, expected]) => {
    const service = await startService(listener);
    // Whatever answers may take its time on a busy machine.
    const answered = make(call, service.url, { [call]: expected === tooLate ? 2000 : 15_000 });
    return [name, [await outcomeOf(answered), service.calls.length]] as const;
  });
  return Object.fromEntries(await Promise.all(outcomes));
}

test.each(['create', 'upload'] as const)('no fault has the %s made a second time', async (call) => {
  const expected = faults.map(([name, , outcomes]) => [name, [outcomes[call], 1]]);
  expect(await underAllFaults(call)).toEqual(Object.fromEntries(expected));
});

test('a read is made again where that may help', async () => {
  const expected = faults.map(([name, , outcomes, reads]) => [name, [outcomes.read, reads]]);
  expect(await underAllFaults('read')).toEqual(Object.fromEntries(expected));
});

test.each(['create', 'upload', 'read'] as const)(
  'a %s that nobody listens to reached nobody',
  async (call) => {
    expect(await outcomeOf(make(call, await deadUrl()))).toBe('502 service_unreachable');
  },
);

test('creates and uploads fail on no connection that the service gives up as they arrive', async () => {
  const used = new WeakSet<Socket>();
  const service = await startService(
    afterReading((request, response) => {
      if (used.has(request.socket)) return void request.socket.destroy();
      used.add(request.socket);
      const answer = request.url?.includes('upload') ? exampleUpload : exampleTask;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    }),
  );
  const made: [Call, number][] = [];
  for (const call of ['read', 'create', 'create', 'upload', 'upload'] as const) {
    const response = await make(call, service.url);
    await response.text();
    made.push([call, response.status]);
  }
  expect(made).toEqual([
    ['read', 200],
    ['create', 200],
    ['create', 200],
    ['upload', 200],
    ['upload', 200],
  ]);
});

test('a connection that is cut before anything could be sent over it may yet have carried the create', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.destroy())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  expect(await outcomeOf(make('create', url))).toBe('502 outcome_unknown');
  expect(sockets).toHaveLength(1);
  server.close();
});

describe('a read that is made again', () => {
  test.each([
    ['a reset', resetUnread],
    ['500', refuse(500, 'internal_error')],
    ['429 for no time', refuse(429, 'rate_limit_exceeded', { 'retry-after': '0' })],
  ])('after %s has the answer that comes then', async (_name, fault) => {
    const listeners = [fault, answerJson(200, exampleTask)];
    const service = await startService((request, response) => listeners.shift()?.(request, response));
    const response = await make('read', service.url);
    expect([response.status, await response.json()]).toEqual([200, exampleTask]);
  });

  test('is not when its time is too short for it', async () => {
    const service = await startService(refuse(500, 'internal_error'));
    expect(await outcomeOf(make('read', service.url, { read: 100 }))).toBe('500 internal_error');
    expect(service.calls).toHaveLength(1);
  });

  test('has one time for all that it does', async () => {
    const listeners = [refuse(500, 'internal_error'), silentUnread];
    const service = await startService((request, response) => listeners.shift()?.(request, response));
    const startedAt = performance.now();
    expect(await outcomeOf(make('read', service.url, { read: 700 }))).toBe('504 gateway_timeout');
    expect(performance.now() - startedAt).toBeGreaterThan(690);
    expect(service.calls).toHaveLength(2);
  });

  const answer = (status: number, retryAfter?: string) =>
    ({ kind: 'response', status, retryAfter, body: undefined }) as const;

  test.each([
    ['an unreachable service', { kind: 'unreachable' } as const, 1, 150, 300],
    ['the same again', { kind: 'unreachable' } as const, 2, 300, 600],
    ['a fault', answer(503), 1, 150, 300],
    ['a fault of a second', answer(503, '1'), 1, 1000, 1000],
    ['a fault of no time', answer(503, '0'), 1, 150, 300],
    ['a fault of two hours', answer(503, '7200'), 1, undefined, undefined],
    ['a fault until a date', answer(503, 'Wed, 21 Oct 2099 07:28:00 GMT'), 1, undefined, undefined],
    ['a refusal', answer(404), 1, undefined, undefined],
    ['a timeout', { kind: 'timeout', milliseconds: 1 } as const, 1, undefined, undefined],
  ])(
    'waits, after %s, as long as chance says within bounds',
    (_name, outcome, attempts, shortest, longest) => {
      const pauses = [0, 1].map((random) => readPauseMs(outcome, attempts, random));
      expect(pauses).toEqual([shortest, longest]);
    },
  );
});

describe('an upload', () => {
  const pieces = 6;

  /** A page that sends a piece every 150 ms. */
  async function* slowImage() {
    for (let piece = 0; piece < pieces; piece++) {
      yield piece === 0 ? pngHead : Buffer.alloc(100);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  async function uploadSlowly(url: string, upload: number) {
    const options = {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: toReadableStream(slowImage()),
      duplex: 'half',
    };
    return proxyFor(url, { timeouts: { ...timeouts, upload } }).request('/api/files', options);
  }

  test('may last longer than it may stand still', async () => {
    const service = await startService(answerJson(200, exampleUpload));
    expect((await uploadSlowly(service.url, 500)).status).toBe(200);
  });

  test('is ended when it stands still', async () => {
    const ended = vi.fn();
    const service = await startService((request) => request.resume().on('error', ended));
    expect(await outcomeOf(uploadSlowly(service.url, 100))).toBe('504 gateway_timeout');
    await vi.waitFor(() => expect(ended).toHaveBeenCalled());
  });
});
