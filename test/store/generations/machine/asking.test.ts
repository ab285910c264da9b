import { describe, expect, test } from 'vitest';
import type { Generation, GenerationPhase } from '../../../../src/store/generations/generation.ts';
import type { Facts, GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { recordOf } from '../../../../src/store/generations/recordForm.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  created,
  failureOf,
  fault,
  generationIn,
  hourMs,
  inherited,
  live,
  phaseOf,
  pressedAt,
  request,
  sent,
  typesOf,
} from '../generationEvents.ts';

const sentAt = pressedAt + 1000;
/** Of a server that promises to keep what comes of a create. */
const promised = { createMemoryMs: 24 * hourMs, now: sentAt };
const failed = (...facts: Parameters<typeof fault>): GenerationEvent => ({
  type: 'createFailed',
  fault: fault(...facts),
});
const outcome = { isOutcome: true };
const unknownOutcome = failed(502, 'outcome_unknown', { mayHaveBeenCharged: true, ...outcome });

const failure = { code: 'outcome_unknown', charged: 'maybe', mayRetry: false } as const;
const inDoubt = generationIn({ name: 'unknown', finishedAt: sentAt, sentAt, failure }, { request });
const asked = (kept: Generation): GenerationEvent => ({ type: 'outcomeAsked', kept });
const ask = (kept = inDoubt, facts: Partial<Facts> = {}) =>
  live([asked(kept)], kept, { ...promised, ...facts });
const asking = ask();

describe('a create in doubt', () => {
  test('knows when it was sent, however it came to be', () => {
    const lost = live([...sent, unknownOutcome], undefined, promised);
    expect(phaseOf(lost)).toMatchObject({ name: 'unknown', sentAt });
    const found = generationIn({ name: 'sending', sentAt }, { request });
    const late = { ...promised, now: sentAt + 24 * hourMs };
    expect(phaseOf(live([inherited(found)], found, late))).toMatchObject({ name: 'unknown', sentAt });
  });

  test('is asked for, and nothing is sent', () => {
    expect(asking.effects).toEqual([{ type: 'askOutcome', sentAt }]);
    expect(phaseOf(asking)).toEqual({ ...inDoubt.phase, asked: 'asking' });
  });

  test('gets its task', () => {
    const life = live([created(taskOf({}))], asking.generation, promised);
    expect(phaseOf(life)?.name).toBe('running');
    expect(typesOf(life)).toEqual(['record', 'occupy', 'listen']);
  });

  test('gets its task also where the person has taken the question back meanwhile', () => {
    const life = live([{ type: 'dismissed' }, created(taskOf({}))], asking.generation, promised);
    expect(phaseOf(life)?.name).toBe('running');
  });

  test('hears that it was refused, and is then sent again as the next attempt', () => {
    const life = live([failed(402, 'insufficient_quota', outcome)], asking.generation, promised);
    expect(failureOf(life)).toMatchObject({ code: 'insufficient_quota', charged: 'no' });
    expect(life.generation?.refused).toEqual({ attempts: 1, at: promised.now });
  });

  test('hears that it was never sent', () => {
    const life = live([failed(409, 'generation_too_late', outcome)], asking.generation, promised);
    expect(failureOf(life)).toMatchObject({ reason: 'press_expired', charged: 'no' });
  });

  test.each<[string, GenerationEvent, string]>([
    ['that the server does not know either', unknownOutcome, 'unknown'],
    ['no word on it from a server that is busy', failed(503, 'server_busy'), 'unanswered'],
    ['no word on it from one that wants a sign-in', failed(401, 'sign_in_required'), 'unanswered'],
    ['no word on it from an older server', failed(404, 'not_found'), 'unanswered'],
    ['nothing', failed(0, 'unreachable', { mayHaveBeenCharged: true }), 'unanswered'],
  ])('hears %s, stays in doubt, and can be asked for again', (_what, event, word) => {
    const life = live([event], asking.generation, promised);
    expect(phaseOf(life)).toEqual({ ...inDoubt.phase, asked: word });
    expect(life.effects).toEqual([]);
    expect(typesOf(ask(life.generation))).toEqual(['askOutcome']);
  });

  test.each<[string, Partial<GenerationPhase>, Partial<Facts>]>([
    ['that a server promised nothing of', { sentAt: undefined }, {}],
    ['that the server has forgotten by now', {}, { now: sentAt + 23 * hourMs }],
    ['of the other mode', {}, { isSandbox: true }],
    ['that is asked for already', { asked: 'asking' }, {}],
  ])('%s is not asked for', (_what, change, facts) => {
    const kept: Generation = { ...inDoubt, phase: { ...inDoubt.phase, ...change } as GenerationPhase };
    expect(ask(kept, facts)).toEqual({ generation: kept, effects: [] });
  });

  test('is kept without what was asked', () => {
    const { phase } = recordOf(asking.generation ?? inDoubt);
    expect(phase).toEqual(inDoubt.phase);
    expect('asked' in phase).toBe(false);
  });
});

test('what another tab has made of it meanwhile is gone on with', () => {
  const running = generationIn({ name: 'running', task: taskOf({}) });
  expect(typesOf(live([asked(running)], inDoubt, promised))).toEqual(['occupy', 'listen']);
});
