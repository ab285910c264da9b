import { describe, expect, test } from 'vitest';
import { attemptOf, type Generation } from '../../../../src/store/generations/generation.ts';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  created,
  createsOf,
  failureOf,
  fault,
  generationIn,
  hourMs,
  type Life,
  live,
  minuteMs,
  phaseOf,
  pressedAt,
  recorded,
  sent,
  turn,
  typesOf,
  uploaded,
} from '../generationEvents.ts';

/** Of a server that promises to keep what comes of a create. */
const promised = { createMemoryMs: 24 * hourMs };
const refusedAt = pressedAt + minuteMs;
const againAt = refusedAt + hourMs;
const failed = (...facts: Parameters<typeof fault>): GenerationEvent => ({
  type: 'createFailed',
  fault: fault(...facts),
});
const outcome = { isOutcome: true };

const after = (event: GenerationEvent, from: Life = live(sent, undefined, promised)) =>
  live([event, recorded('failed')], from.generation, { ...promised, now: refusedAt });
const refused = after(failed(402, 'insufficient_quota', outcome));

const askedOf = (kept: Generation | undefined, finishedAt = refusedAt): GenerationEvent => ({
  type: 'retryAsked',
  finishedAt,
  kept,
});
const untilSent = [turn, recorded('preparing'), recorded('uploading'), uploaded, recorded('sending')];
const again = ({ generation }: Life, now = againAt) =>
  live([askedOf(generation), recorded('queued'), ...untilSent], generation, { ...promised, now });

describe('a generation that the server remembers as refused', () => {
  test('is sent again as the next attempt of the same, in the queue’s order, and as a press of now', () => {
    const asked = live([askedOf(refused.generation)], refused.generation, { ...promised, now: againAt });
    expect(asked.generation).toEqual({
      ...refused.generation,
      startedAt: againAt,
      phase: { name: 'queued' },
      refused: { attempts: 1, at: refusedAt },
    });
    expect(typesOf(asked)).toEqual(['record', 'enqueue']);
    const life = again(refused);
    expect([createsOf(life), life.generation && attemptOf(life.generation)]).toEqual([1, 2]);
    expect(phaseOf(live([created(taskOf({}))], life.generation, promised))?.name).toBe('running');
  });

  test('counts each refusal', () => {
    const twice = after(failed(429, 'rate_limit_exceeded', outcome), again(refused));
    expect(twice.generation?.refused).toEqual({ attempts: 2, at: refusedAt });
  });

  test.each<[string, number, GenerationEvent]>([
    ['of a failure that has been followed by another', againAt, askedOf(refused.generation, 0)],
    ['that the server has forgotten by now', refusedAt + 24 * hourMs, askedOf(refused.generation)],
    [
      'that another tab has sent meanwhile',
      againAt,
      askedOf(
        refused.generation && { ...refused.generation, phase: { name: 'unknown', finishedAt: 0, failure } },
      ),
    ],
  ])('is not sent again by a press %s', (_what, now, event) => {
    const life = live([event], refused.generation, { ...promised, now });
    expect([createsOf(life), typesOf(life)]).toEqual([0, []]);
  });

  test('is in doubt as any, where the answer to the next attempt is lost for good', () => {
    const lost = failed(502, 'outcome_unknown', { mayHaveBeenCharged: true, ...outcome });
    const life = live([lost], again(refused).generation, promised);
    expect(failureOf(life)).toMatchObject({ charged: 'maybe', mayRetry: false });
    expect(typesOf(live([askedOf(life.generation, pressedAt + 1000)], life.generation, promised))).toEqual(
      [],
    );
  });
});

const failure = { code: 'x', charged: 'maybe', mayRetry: false } as const;

describe('the next attempt', () => {
  const second = again(refused);
  const forgotten = failed(409, 'generation_attempt_refused');

  test('is sent as the first one again, recorded before it leaves, where the server has forgotten the refusal', () => {
    const life = live([forgotten], second.generation, { ...promised, now: againAt + 1 });
    expect(phaseOf(life)).toEqual({ name: 'sending', sentAt: againAt + 1 });
    expect([typesOf(life), life.generation?.refused]).toEqual([['record'], undefined]);
    expect(createsOf(live([recorded('sending')], life.generation, promised))).toBe(1);
  });

  test('is in doubt where it may have left before the server forgot', () => {
    const lost = failed(0, 'unreachable', { mayHaveBeenCharged: true });
    const life = live([lost, forgotten], second.generation, { ...promised, now: againAt });
    expect([phaseOf(life)?.name, createsOf(life)]).toEqual(['unknown', 0]);
  });

  test('stays the same attempt where it never left', () => {
    const unsent = live(
      [
        askedOf(refused.generation),
        ...untilSent.slice(0, 3),
        { type: 'uploadFailed', fault: fault(503, 'x') },
      ],
      refused.generation,
      { ...promised, now: againAt },
    );
    expect(failureOf(unsent)?.charged).toBe('no');
    expect(unsent.generation?.refused).toEqual({ attempts: 1, at: refusedAt });
  });
});

test('what says nothing of an earlier create leaves nothing to be followed by another attempt', () => {
  for (const event of [failed(429, 'rate_limit_exceeded'), failed(503, 'server_busy')]) {
    expect(after(event).generation?.refused).toBeUndefined();
  }
  expect(after(failed(409, 'generation_too_late', outcome)).generation?.refused).toBeUndefined();
});

test('another tab follows what is sent again, and not an older state of it', () => {
  const before = refused.generation ?? generationIn({ name: 'queued' });
  const queued: Generation = { ...before, startedAt: againAt, phase: { name: 'queued' } };
  const reloaded = (generation: Generation): GenerationEvent => ({ type: 'reloaded', generation });
  expect(live([reloaded(queued)], before, { isLeased: false }).generation).toBe(queued);
  const older: Generation = { ...before, phase: { name: 'uploading' } };
  expect(live([reloaded(older)], before, { isLeased: false }).generation).toBe(before);
});
