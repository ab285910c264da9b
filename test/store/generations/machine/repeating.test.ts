import { describe, expect, test } from 'vitest';
import type { Generation } from '../../../../src/store/generations/generation.ts';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  created,
  createsOf,
  failureOf,
  fault,
  generationIn,
  hourMs,
  inherited,
  live,
  minuteMs,
  phaseOf,
  pressedAt,
  request,
  sent,
  typesOf,
} from '../generationEvents.ts';

const sentAt = pressedAt + 1000;
/** Of a server that promises to keep what comes of a create. */
const promised = { createMemoryMs: 24 * hourMs };
const failed = (...facts: Parameters<typeof fault>): GenerationEvent => ({
  type: 'createFailed',
  fault: fault(...facts),
});
const charged = { mayHaveBeenCharged: true };
const outcome = { isOutcome: true };
const lost = failed(0, 'unreachable', charged);

const repeatsOf = ({ effects }: ReturnType<typeof live>) =>
  effects.filter(({ type }) => type === 'repeatCreate');
const atLoss = live([...sent, lost], undefined, promised);

describe('a create whose answer is lost', () => {
  test('is asked for again by the very same request, and gets its task', () => {
    expect(repeatsOf(atLoss)).toEqual([{ type: 'repeatCreate', request, sentAt, afterMs: 1000 }]);
    const life = live([lost, created(taskOf({}))], atLoss.generation, promised);
    expect(phaseOf(life)?.name).toBe('running');
    expect(createsOf(atLoss) + createsOf(life)).toBe(1);
  });

  test.each<[string, GenerationEvent]>([
    ['the connection', lost],
    ['a reverse proxy that gave up', failed(504, 'bad_answer', charged)],
    ['a sign-in page', failed(200, 'bad_answer', charged)],
    ['a fault of the server’s own', failed(500, 'internal_error', charged)],
  ])('by %s is asked for again', (_by, event) => {
    expect(repeatsOf(live([...sent, event], undefined, promised))).toHaveLength(1);
  });

  test.each<[string, GenerationEvent, 'failed' | 'unknown']>([
    ['that it does not know either', failed(502, 'outcome_unknown', { ...charged, ...outcome }), 'unknown'],
    ['that it was refused', failed(402, 'insufficient_quota', outcome), 'failed'],
    ['that it never left, and is too old', failed(409, 'generation_too_late', outcome), 'failed'],
  ])('ends where the server tells %s', (_what, event, name) => {
    const life = live([event], atLoss.generation, promised);
    expect([phaseOf(life)?.name, repeatsOf(life)]).toEqual([name, []]);
    expect(failureOf(life)?.charged).toBe(name === 'failed' ? 'no' : 'maybe');
  });

  test.each<[string, GenerationEvent]>([
    ['a rate limit', failed(429, 'rate_limit_exceeded')],
    ['a busy server', failed(503, 'server_busy')],
    ['a wanted sign-in', failed(401, 'sign_in_required')],
    ['the other mode', failed(409, 'server_changed')],
    ['a page of something between', failed(404, 'bad_answer')],
  ])('is not told to be free by %s, which says so of the repeat alone', (_what, event) => {
    const life = live([event], atLoss.generation, promised);
    expect(phaseOf(life)?.name).toBe('sending');
    expect(repeatsOf(life)).toHaveLength(1);
  });

  test('is in doubt where the server refuses to say', () => {
    const life = live([failed(409, 'generation_id_reused')], atLoss.generation, promised);
    expect(failureOf(life)).toEqual({
      code: 'outcome_unknown',
      message: 'No.',
      status: 409,
      charged: 'maybe',
      mayRetry: false,
    });
  });

  test('is asked for at growing pauses, as late as the server wants, and for ten minutes', () => {
    const losses = Array(8).fill(lost);
    const pauses = repeatsOf(live(losses, atLoss.generation, promised)).map((effect) =>
      'afterMs' in effect ? effect.afterMs : undefined,
    );
    expect(pauses).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000, 15_000]);
    const busy = live([failed(429, 'x', { retryAfterSeconds: 40 })], atLoss.generation, promised);
    expect(repeatsOf(busy)).toMatchObject([{ afterMs: 40_000 }]);
    const later = { ...promised, now: sentAt + 10 * minuteMs };
    expect(phaseOf(live([lost], atLoss.generation, later))?.name).toBe('sending');
    const over = live([lost], atLoss.generation, { ...promised, now: later.now + 1 });
    expect([phaseOf(over)?.name, repeatsOf(over)]).toEqual(['unknown', []]);
  });

  test('is in doubt at once where the server promised nothing before it left', () => {
    const before = live(sent).generation;
    const life = live([lost], before, promised);
    expect([phaseOf(life)?.name, repeatsOf(life)]).toEqual(['unknown', []]);
  });
});

describe('a page that finds a create on its way', () => {
  const found: Generation = generationIn({ name: 'sending', sentAt }, { request });
  const foundAt = (now: number, kept = found) => live([inherited(kept)], kept, { ...promised, now });

  test('asks at once what came of it, with a permit of its own', () => {
    const life = foundAt(sentAt + minuteMs);
    expect(life.effects).toEqual([{ type: 'occupy' }, { type: 'repeatCreate', request, sentAt, afterMs: 0 }]);
    expect(phaseOf(life)).toMatchObject({ name: 'sending', hasLeft: true });
    // Ten minutes count from when it is asked, and not from the press.
    const late = foundAt(sentAt + 5 * hourMs);
    const again = live([lost], late.generation, { ...promised, now: sentAt + 5 * hourMs + minuteMs });
    expect(repeatsOf(again)).toHaveLength(1);
  });

  test.each<[string, Generation, number]>([
    ['the server will have forgotten', found, sentAt + 23 * hourMs],
    ['nothing was promised', generationIn({ name: 'sending' }, { request }), sentAt],
    [
      'it could not be recorded that it is sent',
      generationIn({ name: 'sending', sentAt }, { request, record: 'older' }),
      sentAt,
    ],
    ['its request cannot be read any more', generationIn({ name: 'sending', sentAt }), sentAt],
  ])('asks the person where %s', (_where, kept, now) => {
    const life = foundAt(now, kept);
    expect(phaseOf(life)?.name).toBe('unknown');
    expect(failureOf(life)).toMatchObject({ reason: 'interrupted', charged: 'maybe' });
    expect(typesOf(life).filter((type) => type !== 'record')).toEqual([]);
  });

  test('does not ask twice at a time', () => {
    const life = foundAt(sentAt + minuteMs);
    expect(live([inherited(found)], life.generation, promised).effects).toEqual([]);
  });
});
