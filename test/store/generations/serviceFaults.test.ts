import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProxyClient, type ProxyClient } from '../../../src/api/proxyClient.ts';
import type { Config } from '../../../src/contract/config.ts';
import { type RunningProxy, startProxy } from '../../../src/proxy/startProxy.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import type { Generation } from '../../../src/store/generations/generation.ts';
import { phaseWithTexts } from '../../helpers/phaseWithTexts.ts';
import { createTestEditor, liveConfig, openedImage, openPhotograph } from '../../helpers/testEditor.ts';
import { exampleTask, exampleUpload, pngHead } from '../../proxy/examples.ts';
import { answerJson, type FakeService, proxyValues, startFakeService } from '../../proxy/fakeService.ts';

/** Whole path: the editor without a page, its client, the real proxy, and a service over HTTP that fails as told. */
type Step = 'upload' | 'create' | 'task' | 'result';

let service: FakeService;
let proxy: RunningProxy;
let editor: Editor;
let clock: number;
/** What the next requests of a step meet, in order; then all is well. */
let faults: Partial<Record<Step, RequestListener[]>>;

const stepOf = ({ method, url = '' }: IncomingMessage): Step => {
  if (url.startsWith('/api/v1/files')) return 'upload';
  if (method === 'POST') return 'create';
  return url.startsWith('/v1/tasks') ? 'task' : 'result';
};

const well: Record<Step, RequestListener> = {
  upload: answerJson(200, exampleUpload),
  create: answerJson(200, exampleTask),
  task: (request, response) =>
    answerJson(200, completed([`${service.url}/0`, `${service.url}/1`]))(request, response),
  result: (_, response) => response.setHeader('content-type', 'image/png').end(pngHead),
};

const completed = (results: string[]) => ({ ...exampleTask, status: 'completed', progress: 100, results });

beforeEach(async () => {
  clock = 1_757_165_031_000;
  faults = {};
  service = await startFakeService((request, response) => {
    const step = stepOf(request);
    (faults[step]?.shift() ?? well[step])(request, response);
  });
  const timeouts = { create: 300, upload: 300, read: 300, image: 300 };
  proxy = await startProxy(proxyValues(service.url, { timeouts }), 0);
  editor = createEditorWith(fetch, liveConfig);
  await openPhotograph(editor);
});

const rememberingConfig: Config = { ...liveConfig, createMemorySeconds: 86_400 };

function createEditorWith(
  pageFetch: typeof fetch,
  config: Config,
  client: Partial<ProxyClient> = {},
): Editor {
  return createTestEditor({
    client: { ...createProxyClient(pageFetch, proxy.url), ...client },
    config,
    files: {
      openImageFile: async (file) => openedImage(file.name),
      createDisplayImage: () => ({ bitmapAt: unused, close: () => undefined }),
      imageForUpload: async () => ({ blob: new Blob([pngHead], { type: 'image/png' }), name: 'rocket.png' }),
    },
    now: () => clock,
    // Pauses at a hundredth of their length, and at most as long as a test may take.
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.min(20, milliseconds / 100))),
  });
}

afterEach(async () => {
  await Promise.all([proxy.close(), service.close()]);
});

const refuse =
  (status: number, code: string, headers = {}): RequestListener =>
  (request, response) =>
    answerJson(status, { error: { code, message: 'No.', type: 'api_error' } }, headers)(request, response);

const reset: RequestListener = (request) => void request.socket.destroy();
const resetMidBody: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"id":');
  setTimeout(() => response.destroy(), 10);
};
const silence: RequestListener = (request) => void request.resume();
const unread: RequestListener = () => undefined;
const slowDrip: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' });
  drip(response);
};
const html: RequestListener = (_, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the network</h1>');

function drip(response: ServerResponse) {
  if (response.destroyed) return;
  response.write(' ');
  setTimeout(() => drip(response), 50);
}

const creates = () => service.calls.filter((call) => call === 'POST /v1/images/generations').length;
const phase = () => newest()?.phase;
const newest = (): Generation | undefined => editor.generations.store.getState().generations[0];

function kinds(): string[] {
  const reached = phase();
  return reached?.name === 'completed' ? reached.results.map(({ kind }) => kind) : [];
}

describe('a create that meets', () => {
  test.each([
    ['400', refuse(400, 'invalid_request'), 'failed'],
    ['401', refuse(401, 'unauthorized'), 'failed'],
    ['402', refuse(402, 'insufficient_quota'), 'failed'],
    ['403', refuse(403, 'model_access_denied'), 'failed'],
    ['429', refuse(429, 'rate_limit_exceeded'), 'failed'],
    ['429 with Retry-After', refuse(429, 'rate_limit_exceeded', { 'retry-after': '7' }), 'failed'],
    ['500', refuse(500, 'internal_error'), 'unknown'],
    ['a reset connection', reset, 'unknown'],
    ['a reset in mid-body', resetMidBody, 'unknown'],
    ['silence before it is read', unread, 'unknown'],
    ['silence after it was read', silence, 'unknown'],
    ['an answer that drips', slowDrip, 'unknown'],
    ['HTML', html, 'unknown'],
  ] as const)(
    '%s is sent once, leaves the document, and can be sent again on purpose',
    async (_, fault, name) => {
      faults.create = [fault];
      const { document } = editor.getState();

      await editor.generations.generate();

      expect([phase()?.name, creates()]).toEqual([name, 1]);
      expect(editor.getState().document).toBe(document);
      const isNotCharged = name === 'failed' ? 'Nothing was charged' : 'may have charged';
      expect(JSON.stringify(phaseWithTexts(newest()))).toContain(isNotCharged);
      clock += 2000;
      await editor.generations.retryGeneration(newest()?.id ?? '');
      expect([phase()?.name, creates()]).toEqual(['completed', 2]);
    },
  );

  test.each([
    ['401', refuse(401, 'unauthorized')],
    ['402', refuse(402, 'insufficient_quota')],
    ['429', refuse(429, 'rate_limit_exceeded')],
  ] as const)('%s is sent again as the next attempt of the same generation', async (_, fault) => {
    faults.create = [fault, fault];
    const attempts: (string | null)[][] = [];
    editor = createEditorWith(async (input, init) => {
      const { headers, method, url } = new Request(input, init);
      if (method === 'POST' && url.endsWith('/api/generations'))
        attempts.push([headers.get('x-generation-id'), headers.get('x-generation-attempt')]);
      return fetch(input, init);
    }, rememberingConfig);
    await openPhotograph(editor);
    await editor.generations.generate();
    expect(phase()).toMatchObject({ failure: { charged: 'no', mayRetry: true } });
    for (const _again of [1, 2]) {
      clock += 2000;
      await Promise.all([1, 2].map(() => editor.generations.retryGeneration('generation-1')));
    }
    expect(attempts).toEqual([
      ['generation-1', null],
      ['generation-1', '2'],
      ['generation-1', '3'],
    ]);
    const { generations } = editor.generations.store.getState();
    expect([generations.length, phase()?.name, creates()]).toEqual([1, 'completed', 3]);
  });

  test('a refusal that a server forgets when it is started anew is sent again all the same', async () => {
    faults.create = [refuse(401, 'unauthorized')];
    let client = createProxyClient(fetch, proxy.url);
    const passOn = (...given: Parameters<typeof client.createGeneration>) =>
      client.createGeneration(...given);
    editor = createEditorWith(fetch, rememberingConfig, { createGeneration: passOn });
    await openPhotograph(editor);
    await editor.generations.generate();
    const other = await startProxy(proxyValues(service.url), 0);
    client = createProxyClient(fetch, other.url);
    clock += 2000;
    await editor.generations.retryGeneration('generation-1');
    await other.close();
    expect([newest()?.id, phase()?.name, creates()]).toEqual(['generation-1', 'completed', 2]);
  });

  test('a service that is not there was never sent, and says so', async () => {
    await editor.generations.generate();
    await service.close();
    clock += 2000;
    await editor.generations.retryGeneration(newest()?.id ?? '');
    expect(phase()).toMatchObject({ name: 'failed', failure: { mayRetry: true } });
    expect(creates()).toBe(1);
  });
});

describe('a create whose answer is lost between server and page', () => {
  const losing =
    (lose: (send: () => Promise<Response>) => Promise<Response>): typeof fetch =>
    (input, init) => {
      const send = () => fetch(input, init);
      const isCreate = String(input).endsWith('/api/generations');
      return isCreate && losses-- > 0 ? lose(send) : send();
    };
  let losses = 0;
  const networkError = new TypeError('Failed to fetch');

  test.each([
    [
      'after the server has answered',
      (send: () => Promise<Response>) => send().then(() => Promise.reject(networkError)),
    ],
    [
      'while the service works on it',
      (send: () => Promise<Response>) => {
        void send();
        return Promise.reject(networkError);
      },
    ],
    ['before it has reached the server', () => Promise.reject(networkError)],
    ['in a page of something between', async () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ])('%s gets its task, and the service sees one create', async (_when, lose) => {
    losses = 2;
    editor = createEditorWith(losing(lose), rememberingConfig);
    await openPhotograph(editor);
    await editor.generations.generate();
    expect([phase()?.name, creates()]).toEqual(['completed', 1]);
    expect(losses).toBeLessThanOrEqual(0);
  });

  test('of a service that gave no clear answer stays in doubt, and is not sent again', async () => {
    losses = 1;
    faults.create = [reset];
    const lose = (send: () => Promise<Response>) => send().then(() => Promise.reject(networkError));
    editor = createEditorWith(losing(lose), rememberingConfig);
    await openPhotograph(editor);
    await editor.generations.generate();
    expect([phase()?.name, creates()]).toEqual(['unknown', 1]);
  });

  test('and away until the page has given up gets its task as soon as the person asks, and is not sent again', async () => {
    losses = Number.POSITIVE_INFINITY;
    const lose = (send: () => Promise<Response>) => {
      clock += 60_000;
      return send().then(() => Promise.reject(networkError));
    };
    editor = createEditorWith(losing(lose), rememberingConfig);
    await openPhotograph(editor);
    await editor.generations.generate();
    expect([phase()?.name, creates()]).toEqual(['unknown', 1]);
    await editor.generations.askOutcome('generation-1');
    expect([phase()?.name, creates()]).toEqual(['completed', 1]);
  });

  test('of a refusal is told it, uncharged', async () => {
    losses = 1;
    faults.create = [refuse(402, 'insufficient_quota')];
    const lose = (send: () => Promise<Response>) => send().then(() => Promise.reject(networkError));
    editor = createEditorWith(losing(lose), rememberingConfig);
    await openPhotograph(editor);
    await editor.generations.generate();
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'insufficient_quota', charged: 'no' } });
    expect(creates()).toBe(1);
  });
});

describe('an upload that meets', () => {
  test.each([
    ['a reset connection', reset],
    ['500', refuse(500, 'internal_error')],
    ['429', refuse(429, 'rate_limit_exceeded')],
    ['silence', silence],
  ] as const)('%s is repeated, and the create is sent once', async (_, fault) => {
    faults.upload = [fault];
    await editor.generations.generate();
    expect([phase()?.name, creates()]).toEqual(['completed', 1]);
  });

  test('nothing but faults ends before anything could be charged', async () => {
    faults.upload = Array(50).fill(refuse(500, 'internal_error'));
    await editor.generations.generate();
    expect(phaseWithTexts(newest())).toMatchObject({
      name: 'failed',
      failure: { credits: expect.stringMatching(/^Nothing/) },
    });
    expect(creates()).toBe(0);
  });
});

describe('a running task that meets', () => {
  test.each([
    ['401', refuse(401, 'unauthorized')],
    ['429 with Retry-After', refuse(429, 'rate_limit_exceeded', { 'retry-after': '1' })],
    ['500', refuse(500, 'internal_error')],
    ['a reset connection', reset],
    ['a reset in mid-body', resetMidBody],
    ['silence', silence],
    ['HTML', html],
    ['an unknown status', answerJson(200, { ...exampleTask, status: 'daydreaming' })],
  ] as const)('%s is watched on, and its results come', async (_, fault) => {
    faults.task = [fault, fault];
    await editor.generations.generate();
    expect([kinds(), creates()]).toEqual([['fetched', 'fetched'], 1]);
  });

  test('an unknown failure code shows it', async () => {
    faults.task = [
      answerJson(200, { ...exampleTask, status: 'failed', error: { code: 'cosmic_rays', message: 'Oh.' } }),
    ];
    await editor.generations.generate();
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'cosmic_rays', message: 'Oh.' } });
    expect(creates()).toBe(1);
  });

  test.each([0, 1])('%i results of four takes what there is', async (count) => {
    faults.task = [(...call) => answerJson(200, completed([`${service.url}/0`].slice(0, count)))(...call)];
    await editor.generations.generate();
    expect([kinds(), creates()]).toEqual([Array(count).fill('fetched'), 1]);
  });
});

describe('results that', () => {
  test.each([
    ['are not there', answerJson(404, {})],
    ['are no images', html],
    ['break off', resetMidBody],
    ['never come', silence],
  ] as const)('%s are asked for again until they are saved', async (_, fault) => {
    faults.result = [fault, fault];
    await editor.generations.generate();
    await expect.poll(kinds, { timeout: 5000 }).toEqual(['fetched', 'fetched']);
    expect(creates()).toBe(1);
  });
});

describe('a server that is killed and started again', () => {
  test.each(['upload', 'task', 'result'] as const)('at the %s: goes on, and pays once', async (step) => {
    const port = Number(new URL(proxy.url).port);
    let restarted: Promise<void> | undefined;
    faults[step] = [
      (request) => {
        request.socket.destroy();
        restarted = restart(port);
      },
    ];
    await editor.generations.generate();
    await restarted;
    await expect.poll(kinds, { timeout: 5000 }).toEqual(['fetched', 'fetched']);
    expect(creates()).toBe(1);
  });

  async function restart(port: number) {
    await proxy.close();
    proxy = await startProxy(proxyValues(service.url), port);
  }
});

function unused(): never {
  throw new Error('This test shows no image.');
}
