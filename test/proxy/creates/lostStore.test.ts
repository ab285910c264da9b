import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { connectRedis, type Redis } from '../../../src/proxy/redis.ts';
import { openFileStore } from '../../../src/proxy/store/fileStore.ts';
import { dayMs, giveLongMemory } from '../../helpers/longMemory.ts';
import { type RedisServer, startRedis } from '../../helpers/redisServer.ts';
import { exampleRequest, exampleTask } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, startFakeService } from '../fakeService.ts';

let service: FakeService;
let answer: RequestListener;

beforeEach(async () => {
  answer = (request, response) =>
    answerJson(200, { ...exampleTask, id: `task-${service.calls.length}` })(request, response);
  service = await startFakeService((request, response) => answer(request, response));
});

afterEach(() => service.close());

type App = ReturnType<typeof proxyFor>;

async function create(app: App, id: string, headers: Record<string, string> = {}) {
  const response = await app.request('/api/generations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-generation-id': id, ...headers },
    body: JSON.stringify(exampleRequest),
  });
  const body = await response.json();
  return [response.status, body.error?.code ?? body.id, response.headers.get('idempotent-replayed')];
}

/** The service is asked and does not answer before it is told to. */
function holdAnswers() {
  const held: (() => void)[] = [];
  const answerNow = answer;
  answer = (request, response) => void held.push(() => answerNow(request, response));
  return async () => {
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0));
    return () => {
      for (const release of held.splice(0)) release();
    };
  };
}

const insufficient = { error: { code: 'insufficient_credits', message: 'No.' } };
const sent = (task: string) => [200, task, 'false'];
const replayed = (task: string) => [200, task, 'true'];
const unknown = [502, 'outcome_unknown', 'true'];
const undecided = [503, 'outcome_unknown', null];
const refused = [503, 'server_busy', null];

describe('copies with one Redis', () => {
  let server: RedisServer;
  let redises: Redis[];

  beforeAll(async () => {
    server = await startRedis();
  });

  beforeEach(async () => {
    redises = [];
    const copies = [connectRedis(server.url, () => undefined), connectRedis(server.url, () => undefined)];
    redises = copies;
    await Promise.all(copies.map((redis) => once(redis, 'ready')));
    await copies[0]?.flushAll();
    if (copies[0]) await giveLongMemory(copies[0]);
  });

  afterEach(() => {
    for (const redis of redises) redis.destroy();
  });

  afterAll(() => server.close());

  function twoCopies(changes: Partial<ProxyValues> = {}): [App, App] {
    return [0, 1].map((index) => proxyFor(service.url, { redis: redises[index], ...changes })) as [App, App];
  }

  const backAgain = () =>
    vi.waitFor(() => expect(redises.map(({ isReady }) => isReady)).toEqual([true, true]), {
      timeout: 10_000,
    });

  test('tell each other’s tasks', async () => {
    const [a, b] = twoCopies();
    expect([await create(a, 'one'), await create(b, 'one'), await create(a, 'one')]).toEqual([
      sent('task-1'),
      replayed('task-1'),
      replayed('task-1'),
    ]);
  });

  test('wait for each other', async () => {
    const [a, b] = twoCopies();
    const arrived = holdAnswers();
    const first = create(a, 'one');
    const release = await arrived();
    const second = create(b, 'one');
    await vi.waitFor(async () =>
      expect(await redises[0]?.get('upload-paint:store:create:one:1')).not.toBeNull(),
    );
    release();
    expect(await Promise.all([first, second])).toEqual([sent('task-1'), replayed('task-1')]);
    expect(service.calls).toHaveLength(1);
  });

  test('send one of many that come to both at once', async () => {
    const [a, b] = twoCopies();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => create(n % 2 ? a : b, 'one')));
    expect(answers.filter(([, , isReplay]) => isReplay === 'false')).toHaveLength(1);
    expect([new Set(answers.map(([, id]) => id)), service.calls.length]).toEqual([new Set(['task-1']), 1]);
  });

  test('do not know what came of a create whose copy has died', async () => {
    let offset = 0;
    const [a, b] = twoCopies({ now: () => Date.now() + offset });
    const arrived = holdAnswers();
    void create(a, 'one');
    const release = await arrived();
    offset = 60_000;
    expect(await create(b, 'one')).toEqual(unknown);
    release();
    expect(service.calls).toHaveLength(1);
  });

  test('do not send again what was sent before Redis was flushed', async () => {
    const [a] = twoCopies();
    await create(a, 'one');
    await redises[0]?.flushAll();
    expect(await create(a, 'one')).toEqual(replayed('task-1'));
    if (redises[0]) await giveLongMemory(redises[0]);
    const arrived = holdAnswers();
    const first = create(a, 'two');
    const release = await arrived();
    await redises[0]?.flushAll();
    const second = create(a, 'two');
    release();
    expect(await Promise.all([first, second])).toEqual([sent('task-2'), replayed('task-2')]);
    expect(service.calls).toHaveLength(2);
  });

  test('do not send a repeat after Redis was flushed, on whichever', async () => {
    const [a, b] = twoCopies();
    await create(a, 'one');
    await redises[0]?.flushAll();
    expect(await create(b, 'one', { 'x-generation-repeat': '5000' })).toEqual(unknown);
    expect(service.calls).toHaveLength(1);
  });

  const second = { 'x-generation-attempt': '2' };

  /** The service refuses the first create, and takes on the others. */
  function refuseFirst() {
    const taken = answer;
    answer = (request, response) =>
      service.calls.length === 1
        ? answerJson(402, insufficient)(request, response)
        : taken(request, response);
  }

  test('tell what came of an attempt where the one before is forgotten, flushed or expired', async () => {
    const [a, b] = twoCopies();
    const [redis] = redises;
    refuseFirst();
    expect([await create(a, 'one'), await create(b, 'one', second)]).toEqual([
      [402, 'insufficient_credits', 'false'],
      sent('task-2'),
    ]);
    await redis?.del('upload-paint:store:create:one:1');
    expect(await create(twoCopies()[0], 'one', second)).toEqual(replayed('task-2'));
    await redis?.flushAll();
    if (redis) await giveLongMemory(redis);
    expect(await create(b, 'one', second)).toEqual(replayed('task-2'));
    expect(service.calls).toHaveLength(2);
  });

  test('do not say of an attempt under way that they have forgotten the one before, after Redis was flushed', async () => {
    const [a, b] = twoCopies();
    refuseFirst();
    await create(a, 'one');
    const arrived = holdAnswers();
    const first = create(a, 'one', second);
    const release = await arrived();
    await redises[0]?.flushAll();
    expect([
      await create(b, 'one', second),
      await create(b, 'one', { ...second, 'x-generation-repeat': '5000' }),
    ]).toEqual([undecided, unknown]);
    release();
    expect([await first, await create(b, 'two', second)]).toEqual([sent('task-2'), undecided]);
    expect(service.calls).toHaveLength(2);
  });

  test('do not send what a browser sends again by itself after Redis was flushed, under way or not', async () => {
    const [a, b] = twoCopies();
    await create(a, 'one');
    await redises[0]?.flushAll();
    expect(await create(b, 'one')).toEqual(undecided);
    const arrived = holdAnswers();
    if (redises[0]) await giveLongMemory(redises[0]);
    const first = create(a, 'two');
    const release = await arrived();
    await redises[0]?.flushAll();
    expect([await create(b, 'two'), await create(b, 'two', { 'x-generation-attempt': '2' })]).toEqual([
      undecided,
      undecided,
    ]);
    release();
    expect(await first).toEqual(sent('task-2'));
    expect(service.calls).toHaveLength(2);
  });

  test('send a new one after that as soon as they are told that it is new', async () => {
    const [a, b] = twoCopies();
    await redises[0]?.flushAll();
    expect(await create(a, 'one')).toEqual(undecided);
    const repeat = { 'x-generation-repeat': '0' };
    await vi.waitFor(async () => expect(await create(b, 'two', repeat)).toEqual(sent('task-1')), {
      timeout: 5000,
    });
    expect(await create(a, 'two')).toEqual(replayed('task-1'));
  });

  test('do not send again what was sent before Redis evicted it', async () => {
    const [a, b] = twoCopies();
    await create(a, 'one');
    const [redis] = redises;
    await redis?.configSet({ 'maxmemory-policy': 'allkeys-random', maxmemory: '1' });
    await redis?.get('any').catch(() => undefined);
    await vi.waitFor(async () => expect(await redis?.dbSize()).toBe(0));
    await redis?.configSet({ maxmemory: '0', 'maxmemory-policy': 'noeviction' });
    expect([await create(b, 'one'), await create(b, 'one', { 'x-generation-repeat': '5000' })]).toEqual([
      undecided,
      unknown,
    ]);
    expect(service.calls).toHaveLength(1);
  });

  test('refuse, uncharged, while Redis is lost, and tell what they know', async () => {
    const [a, b] = twoCopies();
    await create(a, 'one');
    await server.stop();
    await vi.waitFor(() => expect(redises.some(({ isReady }) => isReady)).toBe(false));
    expect([await create(a, 'one'), await create(b, 'one'), await create(a, 'two')]).toEqual([
      replayed('task-1'),
      refused,
      refused,
    ]);
    expect(service.calls).toHaveLength(1);
    await server.start();
    await backAgain();
    expect(await create(a, 'two')).toEqual(undecided);
    if (redises[0]) await giveLongMemory(redises[0]);
    expect(await create(a, 'two')).toEqual(sent('task-2'));
  }, 30_000);

  test('refuse while Redis hangs, before it is known to, and send it once it does not', async () => {
    const [a, b] = twoCopies();
    server.freeze();
    expect([redises[0]?.isReady, await create(a, 'one')]).toEqual([true, refused]);
    expect(service.calls).toHaveLength(0);
    server.thaw();
    await backAgain();
    // The claim may have been carried out after all.
    expect([await create(a, 'one'), await create(b, 'one')]).toEqual([sent('task-1'), replayed('task-1')]);
    expect(service.calls).toHaveLength(1);
  }, 30_000);

  test('answer a create at whose end Redis is lost, and keep what came of it until it is back', async () => {
    const [a, b] = twoCopies();
    const arrived = holdAnswers();
    const first = create(a, 'one');
    const release = await arrived();
    await server.stop();
    release();
    expect(await first).toEqual(sent('task-1'));
    await server.start();
    await backAgain();
    await vi.waitFor(
      async () => expect(await redises[0]?.get('upload-paint:store:create:one:1')).toContain('task-1'),
      { timeout: 10_000 },
    );
    expect(await create(b, 'one')).toEqual(replayed('task-1'));
    expect(service.calls).toHaveLength(1);
  }, 30_000);

  test('send without Redis where they may, once at each copy', async () => {
    const [a] = twoCopies({ createsWithoutRedis: true });
    await server.stop();
    expect([await create(a, 'one'), await create(a, 'one')]).toEqual([sent('task-1'), replayed('task-1')]);
    expect(await create(a, 'two', { 'x-generation-repeat': '0' })).toEqual(refused);
    await server.start();
    await backAgain();
    expect(await create(a, 'one')).toEqual(replayed('task-1'));
    expect(service.calls).toHaveLength(1);
  }, 30_000);
});

describe('a copy that is alone, started anew', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'editor-'));
    warnings = [];
  });

  afterEach(() => rm(directory, { recursive: true }));

  let warnings: string[];

  async function start(now: () => number = Date.now) {
    const fileStore = await openFileStore(directory, now, (line) => void warnings.push(line));
    return { app: proxyFor(service.url, { fileStore, now }), stop: fileStore.close };
  }

  test('tells what came of a create, and does not know it of one that was on its way', async () => {
    const first = await start();
    await create(first.app, 'one');
    const arrived = holdAnswers();
    const lost = create(first.app, 'two');
    const release = await arrived();
    await first.stop();
    const second = await start();
    expect([await create(second.app, 'one'), await create(second.app, 'two')]).toEqual([
      replayed('task-1'),
      unknown,
    ]);
    release();
    await lost;
    expect(service.calls).toHaveLength(2);
    await second.stop();
  });

  test('sends a repeat of what it never had, since it forgets nothing', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(await create(second.app, 'one', { 'x-generation-repeat': '0' })).toEqual(sent('task-1'));
    await second.stop();
  });

  test.each([
    ['changed', (lines: string[]) => lines.map((line) => line.replace('"create:one:1"', '"create:0ne:1"'))],
    ['removed', (lines: string[]) => lines.filter((line) => !line.includes('"create:one:1"'))],
    ['illegible', (lines: string[]) => lines.map((line) => line.replace('{"key":"create:one:1"', '\0'))],
  ])('does not send again what it sent, where a line of its log was %s', async (_name, damage) => {
    const first = await start();
    await create(first.app, 'one');
    await create(first.app, 'two');
    await first.stop();
    const log = join(directory, 'store.log');
    await writeFile(log, damage((await readFile(log, 'utf8')).split('\n')).join('\n'));
    const second = await start();
    expect([
      await create(second.app, 'one'),
      await create(second.app, 'one', { 'x-generation-repeat': '5000' }),
      await create(second.app, 'two'),
    ]).toEqual([undecided, unknown, replayed('task-2')]);
    expect([warnings.length, service.calls.length]).toEqual([1, 2]);
    await second.stop();
    const third = await start();
    expect([await create(third.app, 'one'), warnings.length]).toEqual([undecided, 1]);
    await third.stop();
  });

  test('does not send again what it sent before its clock leapt, running or not', async () => {
    let leap = 0;
    const now = () => Date.now() + leap;
    const first = await start(now);
    await create(first.app, 'one');
    leap += dayMs;
    expect([await create(first.app, 'one'), await create(first.app, 'two')]).toEqual([undecided, undecided]);
    await first.stop();
    await rm(join(directory, 'store.log'));
    const second = await start(now);
    await create(second.app, 'one');
    await second.stop();
    leap += dayMs;
    const third = await start(now);
    expect([
      await create(third.app, 'one'),
      await create(third.app, 'one', { 'x-generation-repeat': '5000' }),
    ]).toEqual([undecided, unknown]);
    await third.stop();
    leap = 0;
    const back = await start(now);
    expect(await create(back.app, 'three', { 'x-generation-repeat': '0' })).toEqual(sent('task-3'));
    await back.stop();
  });

  test('refuses what it cannot write down, uncharged', async () => {
    const { app, stop } = await start();
    await stop();
    expect(await create(app, 'one')).toEqual(refused);
    expect(service.calls).toHaveLength(0);
  });
});
