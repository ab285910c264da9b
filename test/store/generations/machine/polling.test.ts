import { describe, expect, test } from 'vitest';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  created,
  createsOf,
  failureOf,
  fault,
  generationIn,
  hourMs,
  imageUrl,
  live,
  minuteMs,
  phaseOf,
  pressedAt,
  sent,
  typesOf,
  uploads,
} from '../generationEvents.ts';

const task = taskOf({});
const polled = (change: Parameters<typeof taskOf>[0]): GenerationEvent => ({
  type: 'polled',
  task: taskOf(change),
});
const pollFailed = (...facts: Parameters<typeof fault>): GenerationEvent => ({
  type: 'pollFailed',
  fault: fault(...facts),
});
const streamEnded: GenerationEvent = { type: 'streamEnded' };
const running = live([...sent, created(task)]).generation;
/** From the moment at which the task is polled. */
const polling = live([streamEnded], running).generation;

const pausesOf = (events: readonly GenerationEvent[], from = running) =>
  live(events, from).effects.flatMap((effect) => (effect.type === 'poll' ? [effect.afterMs] : []));

test('a task is listened to, and polled after a silence, of five seconds at first and fifteen later', () => {
  expect(live([created(task)], live(sent).generation).effects).toEqual([
    { type: 'record' },
    { type: 'listen' },
  ]);
  const heard: GenerationEvent = { type: 'taskHeard', task: taskOf({ progress: 40 }) };
  expect(pausesOf([{ type: 'streamOpened' }, polled({}), heard, polled({})])).toEqual([
    5000, 5000, 15_000, 15_000,
  ]);
});

test('without a stream it is polled every twentieth of its estimated time, between one second and five', () => {
  const intervalOf = (seconds: number) => {
    const estimated = taskOf({ task_info: { estimated_time: seconds } });
    return pausesOf([created(estimated), streamEnded], live(sent).generation);
  };
  expect([intervalOf(1), intervalOf(45), intervalOf(600)]).toEqual([[1000], [2250], [5000]]);
});

describe('a running task that meets', () => {
  test.each<[string, Parameters<typeof fault>]>([
    ['401', [401, 'unauthorized']],
    ['429', [429, 'rate_limit_exceeded']],
    ['500', [500, 'internal_error']],
    ['a reset connection or silence', [0, 'unreachable']],
    ['an answer in HTML, a reset in mid-body or an unknown status', [200, 'bad_answer']],
    ['a server that is restarted', [404, 'bad_answer']],
    ['a server of another mode', [409, 'server_changed']],
  ])('%s is polled on, the trouble shown and not recorded, and its results come', (_what, given) => {
    const events = Array(9).fill(pollFailed(...given));
    const life = live(events, polling);
    expect(phaseOf(life)).toMatchObject({ name: 'running', trouble: 'No.' });
    expect(typesOf(life)).toEqual(Array(9).fill('poll'));
    const done = live([polled({ status: 'completed', results: ['https://r.example/0'] })], life.generation);
    expect(typesOf(done)).toEqual(['record', 'show', 'fetch']);
    expect(createsOf(done)).toBe(0);
  });

  test('trouble is polled ever less often, down to every half minute, or as seldom as it asks', () => {
    const trouble = Array(7).fill(pollFailed(500, 'internal_error'));
    expect(pausesOf([...trouble, polled({})], polling)).toEqual([
      2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 1000,
    ]);
    expect(pausesOf([pollFailed(429, 'x', { retryAfterSeconds: 60 })], polling)).toEqual([60_000]);
  });

  test('a stream that tells of trouble shows it', () => {
    const life = live([{ type: 'streamOpened' }, { type: 'troubleHeard', message: 'Slow.' }], running);
    expect(phaseOf(life)).toMatchObject({ name: 'running', trouble: 'Slow.' });
    expect(phaseOf(live([polled({ progress: 40 })], life.generation))).not.toHaveProperty('trouble', 'Slow.');
  });

  test.each<[string, number, GenerationEvent[]]>([
    ['a refusal', 403, [pollFailed(403, 'model_access_denied')]],
    ['a refusal by the stream', 403, [{ type: 'refusalHeard', fault: fault(403, 'model_access_denied') }]],
    ['no knowledge of it, three times', 404, Array(3).fill(pollFailed(404, 'not_found'))],
  ])('%s is lost: its credits are reserved, and it may be looked for again', (_what, status, events) => {
    const life = live(events, polling);
    expect(phaseOf(life)).toMatchObject({ name: 'failed', task: { id: 'task-1' } });
    expect(failureOf(life)).toEqual({
      code: 'task_lost',
      message: 'No.',
      status,
      charged: 'reserved',
      mayRetry: false,
    });
  });

  test('no knowledge of it twice, and then a word of it, is polled on', () => {
    const unknown = pollFailed(404, 'not_found');
    const events = [unknown, unknown, polled({}), unknown, unknown];
    expect(phaseOf(live(events, polling))?.name).toBe('running');
  });

  test('no end in half an hour from its creation is lost; trouble is borne for as long as results live', () => {
    const at = (now: number, event: GenerationEvent) => phaseOf(live([event], polling, { now }))?.name;
    const acceptedAt = pressedAt;
    expect(at(acceptedAt + 30 * minuteMs, polled({}))).toBe('running');
    expect(at(acceptedAt + 30 * minuteMs + 1, polled({}))).toBe('failed');
    expect(failureOf(live([polled({})], polling, { now: acceptedAt + hourMs }))?.reason).toBe('unfinished');
    expect(at(acceptedAt + 24 * hourMs, pollFailed(0, 'unreachable'))).toBe('running');
    expect(at(acceptedAt + 24 * hourMs + 1, pollFailed(0, 'unreachable'))).toBe('failed');
  });

  test('a service whose clock is ahead gets no more patience than ours allows', () => {
    const ahead = taskOf({ created: pressedAt / 1000 + 3600 });
    const life = live([...sent, created(ahead), streamEnded]);
    const after = live([polled({})], life.generation, { now: pressedAt + 1000 + 30 * minuteMs + 1 });
    expect(phaseOf(after)?.name).toBe('failed');
  });
});

describe('a task that has failed', () => {
  const failed = (code: string, message = 'No.') =>
    live([polled({ status: 'failed', error: { code, message } })], polling);

  test('says its code and message, also where the code is unknown', () => {
    expect(failureOf(failed('cosmic_rays', 'A bit flipped.'))).toEqual({
      code: 'cosmic_rays',
      message: 'A bit flipped.',
      charged: 'reserved',
      mayRetry: true,
    });
    expect(failureOf(failed('content_policy_violation'))).toMatchObject({ mayRetry: false });
    expect(failureOf(live([polled({ status: 'failed' })], polling))).toEqual({
      code: 'unknown',
      reason: 'no_reason_given',
      charged: 'reserved',
      mayRetry: true,
    });
  });

  test.each([
    ['image_processing_error', 'No.', true],
    ['image_dimension_mismatch', 'No.', true],
    ['invalid_parameters', 'Canvas is too wide.', false],
    ['invalid_parameters', 'mask.url cannot be loaded.', true],
    ['invalid_parameters', `${imageUrl} has expired.`, true],
    ['content_policy_violation', 'The image is refused.', false],
    ['service_error', 'No.', false],
  ])('%s (%s) has its uploads forgotten: %s', (code, message, isForgotten) => {
    const forget = { type: 'forgetUploads', urls: uploads.map(({ url }) => url) };
    expect(failed(code, message).effects).toEqual([{ type: 'record' }, ...(isForgotten ? [forget] : [])]);
  });
});

test.each([0, 1, 4])('a task with %i results of four is completed with what there is', (count) => {
  const results = Array.from({ length: count }, (_, index) => `https://r.example/${index}`);
  const life = live([polled({ status: 'completed', results })], polling);
  expect(phaseOf(life)).toMatchObject({
    name: 'completed',
    results: results.map(() => ({ kind: 'loading' })),
  });
  expect(typesOf(life)).toEqual(['record', ...(count > 0 ? ['show'] : []), ...results.map(() => 'fetch')]);
});

test('an answer to a task that is not polled here changes nothing', () => {
  const elsewhere = generationIn({ name: 'running', task });
  for (const event of [polled({ status: 'completed' }), streamEnded, pollFailed(403, 'x')]) {
    expect(live([event], elsewhere)).toEqual({ generation: elsewhere, effects: [] });
  }
});
