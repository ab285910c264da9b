import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { exampleRequest, exampleTask } from '../examples.ts';
import { answerJson, type FakeService, proxyFor, startFakeService } from '../fakeService.ts';

let service: FakeService;

afterEach(() => service.close());

type App = ReturnType<typeof proxyFor>;

type Sent = { headers?: Record<string, string>; body?: object };

async function create(app: App, id: string | undefined, { headers, body = exampleRequest }: Sent = {}) {
  const response = await app.request('/api/generations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(id && { 'x-generation-id': id }), ...headers },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  const replayed = response.headers.get('idempotent-replayed');
  const retryAfter = response.headers.get('retry-after');
  return {
    status: response.status,
    code: answer.error?.code,
    isFree: answer.nothing_charged,
    replayed,
    retryAfter,
    answer,
  };
}

type Answer = Awaited<ReturnType<typeof create>>;
const told = ({ status, code, replayed }: Pick<Answer, 'status' | 'code' | 'replayed'>) => [
  status,
  code,
  replayed,
];
const attempt = (n: number) => ({ headers: { 'x-generation-attempt': `${n}` } });
const repeat = (ms: number) => ({ headers: { 'x-generation-repeat': `${ms}` } });
const otherBody = { body: { ...exampleRequest, prompt: 'Another prompt' } };

/** Each task of the service's is another. */
function startCounting(answer?: RequestListener) {
  let tasks = 0;
  return startFakeService((request, response) => {
    if (answer !== undefined) return answer(request, response);
    tasks += 1;
    return answerJson(200, { ...exampleTask, id: `task-${tasks}` })(request, response);
  });
}

describe('a create that comes a second time', () => {
  test('gets the task of the first, and is not sent again', async () => {
    service = await startCounting();
    const app = proxyFor(service.url);
    const answers = [await create(app, 'press-1'), await create(app, 'press-1')];
    expect(answers.map(told)).toEqual([
      [200, undefined, 'false'],
      [200, undefined, 'true'],
    ]);
    expect(answers[1]?.answer).toEqual(answers[0]?.answer);
    expect((await create(app, 'press-2')).answer.id).toBe('task-2');
    expect(service.calls).toHaveLength(2);
  });

  test('waits for the first while that is under way, and gets its task', async () => {
    const arrivals: (() => void)[] = [];
    service = await startCounting((_request, response) => {
      arrivals.push(() => response.end(JSON.stringify(exampleTask)));
    });
    const app = proxyFor(service.url);
    const sent = Array.from({ length: 5 }, () => create(app, 'press-1'));
    const other = create(app, 'press-1', otherBody);
    await vi.waitFor(() => expect(arrivals).toHaveLength(1));
    expect(told(await other)).toEqual([409, 'generation_id_reused', null]);
    arrivals[0]?.();
    const answers = await Promise.all(sent);
    expect(answers.map(({ replayed }) => replayed)).toEqual(['false', 'true', 'true', 'true', 'true']);
    expect(answers.map(({ answer }) => answer)).toEqual(answers.map(() => exampleTask));
    expect(service.calls).toHaveLength(1);
  });

  test('with another body is refused, in each attempt', async () => {
    service = await startCounting();
    const app = proxyFor(service.url);
    await create(app, 'press-1');
    expect(told(await create(app, 'press-1', otherBody))).toEqual([409, 'generation_id_reused', null]);
    expect(told(await create(app, 'press-1', { ...attempt(2), ...otherBody }))).toEqual([
      409,
      'generation_id_reused',
      null,
    ]);
    expect(service.calls).toHaveLength(1);
  });

  test('whose outcome is unknown stays so, in whatever attempt', async () => {
    service = await startCounting((_request, response) => response.destroy());
    const app = proxyFor(service.url);
    const answers = [await create(app, 'press-1'), await create(app, 'press-1')];
    answers.push(await create(app, 'press-1', attempt(2)));
    expect(answers.map(told)).toEqual([
      [502, 'outcome_unknown', 'false'],
      [502, 'outcome_unknown', 'true'],
      [502, 'outcome_unknown', 'true'],
    ]);
    expect(answers[1]?.answer).toEqual(answers[0]?.answer);
    expect(service.calls).toHaveLength(1);
  });

  test('is forgotten after a day, and not before', async () => {
    service = await startCounting();
    let clock = Date.now();
    const app = proxyFor(service.url, { now: () => clock });
    await create(app, 'press-1');
    // A day at once would be a clock that was set, which ends nothing for certain.
    for (let hour = 1; hour < 24; hour += 1) {
      clock += 3_600_000;
      await create(app, `press-of-hour-${hour}`);
    }
    clock += 3_600_000 - 1;
    expect((await create(app, 'press-1')).answer.id).toBe('task-1');
    clock += 1;
    expect((await create(app, 'press-1')).answer.id).toBe('task-25');
  });

  test('does not count while the first was refused before it was sent', async () => {
    service = await startCounting();
    const app = proxyFor(service.url);
    const wrong = { headers: { 'content-type': 'text/plain' } };
    expect([(await create(app, 'press-1', wrong)).status, (await create(app, 'press-1')).status]).toEqual([
      415, 200,
    ]);
  });
});

describe('a create that was clearly refused', () => {
  const refusals = [
    [402, { 'x-of': 'service' }],
    [429, { 'retry-after': '7' }],
    [400, {}],
  ] as const;

  test.each(refusals)('%i is told again as it was, and sent by the next attempt', async (status, headers) => {
    const body = { error: { code: 'no', message: 'No.', type: 'some_error' } };
    const answers = [answerJson(status, body, headers), answerJson(200, exampleTask)];
    service = await startCounting((request, response) => answers.shift()?.(request, response));
    const app = proxyFor(service.url);
    const [first, again] = [await create(app, 'press-1'), await create(app, 'press-1')];
    expect([first, again]).toEqual([
      { ...first, status, code: 'no', replayed: 'false' },
      { ...first, replayed: 'true' },
    ]);
    expect(service.calls).toHaveLength(1);
    const second = await create(app, 'press-1', { ...attempt(2), ...otherBody });
    expect([told(second), told(await create(app, 'press-1', { ...attempt(2), ...otherBody }))]).toEqual([
      [200, undefined, 'false'],
      [200, undefined, 'true'],
    ]);
    expect(told(await create(app, 'press-1'))).toEqual([status, 'no', 'true']);
    expect(service.calls).toHaveLength(2);
  });

  test('is sent once by the next attempt, however many come at once, and after it by none', async () => {
    const answers = [
      answerJson(402, { error: { code: 'no', message: 'No.' } }),
      answerJson(200, exampleTask),
    ];
    service = await startCounting((request, response) => answers.shift()?.(request, response));
    const app = proxyFor(service.url);
    await create(app, 'press-1');
    const many = await Promise.all(Array.from({ length: 5 }, () => create(app, 'press-1', attempt(2))));
    expect(many.map(({ answer }) => answer)).toEqual(many.map(() => exampleTask));
    expect((await create(app, 'press-1', attempt(3))).answer).toEqual(exampleTask);
    expect(service.calls).toHaveLength(2);
  });

  test('is not sent by an attempt that follows none', async () => {
    service = await startCounting();
    const app = proxyFor(service.url);
    expect(told(await create(app, 'press-1', attempt(2)))).toEqual([409, 'generation_attempt_refused', null]);
    expect(service.calls).toHaveLength(0);
  });
});

describe('a repeat, of which nothing is known', () => {
  test('is sent where it cannot have been before', async () => {
    service = await startCounting();
    let clock = Date.now();
    const app = proxyFor(service.url, { now: () => clock });
    clock += 60_000;
    const answers = [
      await create(app, 'press-1', repeat(59_000)),
      await create(app, 'press-1', repeat(60_000)),
    ];
    expect(answers.map(told)).toEqual([
      [200, undefined, 'false'],
      [200, undefined, 'true'],
    ]);
    expect(service.calls).toHaveLength(1);
  });

  test('is not sent where that may be forgotten', async () => {
    service = await startCounting();
    let clock = Date.now();
    const app = proxyFor(service.url, { now: () => clock });
    clock += 60_000;
    expect(told(await create(app, 'press-1', repeat(61_000)))).toEqual([502, 'outcome_unknown', 'true']);
    expect(service.calls).toHaveLength(0);
  });

  test('is not sent where the press is old, and says that it never was', async () => {
    service = await startCounting();
    let clock = Date.now();
    const app = proxyFor(service.url, { now: () => clock });
    clock += 3_600_000;
    const answer = await create(app, 'press-1', repeat(600_001));
    expect([told(answer), answer.isFree]).toEqual([[409, 'generation_too_late', 'true'], true]);
    expect(service.calls).toHaveLength(0);
  });
});

test.each([
  [{}, /needs a header x-generation-id with an id of its own/],
  [{ 'x-generation-id': 'a b' }, /letters, digits/],
  [{ 'x-generation-id': 'x'.repeat(101) }, /100 at most/],
  [{ 'x-generation-id': 'a', 'x-generation-attempt': '0' }, /from 1 to 99/],
  [{ 'x-generation-id': 'a', 'x-generation-attempt': '1e1' }, /from 1 to 99/],
  [{ 'x-generation-id': 'a', 'x-generation-repeat': '-1' }, /milliseconds/],
])('%j is refused, and nothing is sent', async (headers, message) => {
  service = await startCounting();
  const refused = await create(proxyFor(service.url), undefined, { headers });
  expect([refused.status, refused.code]).toEqual([400, 'invalid_request']);
  expect(refused.answer.error.message).toMatch(message);
  expect(refused.answer.error.message).toContain('Nothing was sent and nothing was charged.');
  expect(service.calls).toHaveLength(0);
});

describe('a page that was opened in another mode', () => {
  test.each([
    ['sandbox', 'live', 409],
    ['live', 'sandbox', 409],
    ['live', 'live', 200],
  ] as const)('%s page, %s server: %i', async (page, mode, status) => {
    service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url, { mode });
    const made = await create(app, 'press-1', { headers: { 'x-editor-mode': page } });
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
  expect(await create(proxyFor(service.url), 'press-1')).toMatchObject({
    status: 502,
    code: 'bad_gateway',
    isFree: true,
  });
});

describe('a question of what came of a create', () => {
  async function ask(app: App, id: string, headers: Record<string, string> = {}) {
    const response = await app.request(`/api/generations/${id}`, { headers });
    const answer = await response.json();
    const replayed = response.headers.get('idempotent-replayed');
    return {
      status: response.status,
      code: answer.error?.code,
      isFree: answer.nothing_charged,
      replayed,
      answer,
    };
  }

  test('gets its task, or the very refusal of that attempt', async () => {
    const answers = [
      answerJson(402, { error: { code: 'no', message: 'No.' } }),
      answerJson(200, exampleTask),
    ];
    service = await startCounting((request, response) => answers.shift()?.(request, response));
    const app = proxyFor(service.url);
    const refused = await create(app, 'press-1');
    await create(app, 'press-1', attempt(2));
    const { retryAfter: _, ...expected } = { ...refused, replayed: 'true' };
    expect(await ask(app, 'press-1', repeat(5).headers)).toEqual(expected);
    const second = await ask(app, 'press-1', attempt(2).headers);
    expect([second.status, second.replayed, second.answer]).toEqual([200, 'true', exampleTask]);
    expect(service.calls).toHaveLength(2);
  });

  test('waits for one that is under way', async () => {
    const arrivals: (() => void)[] = [];
    service = await startCounting((_request, response) => {
      arrivals.push(() => response.end(JSON.stringify(exampleTask)));
    });
    const app = proxyFor(service.url);
    const sent = create(app, 'press-1');
    await vi.waitFor(() => expect(arrivals).toHaveLength(1));
    const asked = ask(app, 'press-1');
    arrivals[0]?.();
    expect([(await asked).answer, (await sent).replayed]).toEqual([exampleTask, 'false']);
  });

  test('hears that it is unknown where it is, and where nobody knows of it', async () => {
    service = await startCounting((_request, response) => response.destroy());
    const app = proxyFor(service.url);
    await create(app, 'press-1');
    const asked = [
      await ask(app, 'press-1'),
      await ask(app, 'press-2'),
      await ask(app, 'press-2', repeat(0).headers),
    ];
    expect(asked.map(told)).toEqual(Array(3).fill([502, 'outcome_unknown', 'true']));
    expect(service.calls).toHaveLength(1);
  });

  test('hears that it was never sent only where nothing was forgotten, and it cannot come any more', async () => {
    service = await startCounting();
    let clock = Date.now();
    const app = proxyFor(service.url, { now: () => clock });
    clock += 3_600_000;
    const minutes = (count: number) => repeat(count * 60_000).headers;
    const asked = [await ask(app, 'press-1', minutes(10)), await ask(app, 'press-1', minutes(11))];
    asked.push(await ask(app, 'press-1', minutes(61)));
    clock += 48 * 3_600_000;
    asked.push(await ask(app, 'press-1', minutes(24 * 60)));
    expect(asked.map(({ code, isFree }) => [code, isFree])).toEqual([
      ['outcome_unknown', undefined],
      ['generation_too_late', true],
      ['outcome_unknown', undefined],
      ['outcome_unknown', undefined],
    ]);
    expect(service.calls).toHaveLength(0);
  });

  test('keeps no create from being sent', async () => {
    service = await startCounting();
    const app = proxyFor(service.url);
    const answers = await Promise.all([ask(app, 'press-1'), create(app, 'press-1')]);
    expect(answers.map(({ code }) => code)).toEqual(['outcome_unknown', undefined]);
    expect(service.calls).toHaveLength(1);
  });
});
