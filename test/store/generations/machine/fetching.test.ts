import { describe, expect, test } from 'vitest';
import type { Fetching, Result } from '../../../../src/store/generations/generation.ts';
import type { GenerationEvent } from '../../../../src/store/generations/machine/events.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import {
  fault,
  generationIn,
  hourMs,
  inherited,
  live,
  phaseOf,
  pressedAt,
  typesOf,
} from '../generationEvents.ts';

const blob = new Blob(['pixels']);
const task = taskOf({ status: 'completed' });
const loading: Result = { kind: 'loading' };
const unsaved: Result = { kind: 'fetched', blob, isSaved: false };
const saved: Result = { kind: 'fetched', blob, isSaved: true };
const gone: Result = { kind: 'missing', reason: 'notFetched', message: 'No.', isGone: true };

/** In the page that holds the lease unless `fetching` is undefined. */
function completed(results: readonly Result[], fetching?: Fetching) {
  return generationIn({ name: 'completed', task, finishedAt: pressedAt, results, fetching });
}

const inFlight = (...indices: number[]): Fetching => ({ rounds: 0, inFlight: indices });
const fetched = (index: number): GenerationEvent => ({ type: 'fetched', index, blob });
const savedOf = (index: number): GenerationEvent => ({ type: 'saved', index });
const fetchFailed = (index: number, ...facts: Parameters<typeof fault>): GenerationEvent => ({
  type: 'fetchFailed',
  index,
  fault: fault(...facts),
});
const resultsOf = (life: Parameters<typeof phaseOf>[0]) => {
  const phase = phaseOf(life);
  return phase?.name === 'completed' ? phase.results : [];
};

describe('a result', () => {
  test('is fetched, saved, and then left in peace', () => {
    const life = live([fetched(0), savedOf(0), { type: 'retryDue' }], completed([loading], inFlight(0)));
    expect(life.effects).toEqual([{ type: 'save', index: 0, blob }]);
    expect(resultsOf(life)).toEqual([saved]);
  });

  test.each<[string, Parameters<typeof fault>]>([
    ['404 of its host', [502, 'result_withheld']],
    ['no image', [502, 'result_unavailable']],
    ['a connection that breaks off', [0, 'unreachable']],
  ])('that meets %s is said to be missing, and tried again after a pause', (_what, given) => {
    const life = live([fetchFailed(0, ...given)], completed([loading], inFlight(0)));
    expect(resultsOf(life)).toEqual([
      { kind: 'missing', reason: 'notFetched', message: 'No.', isGone: false },
    ]);
    expect(life.effects).toEqual([{ type: 'retry', afterMs: 2000 }]);
    expect(live([{ type: 'retryDue' }], life.generation).effects).toEqual([{ type: 'fetch', index: 0 }]);
  });

  test('waits with its next try for the others of its round', () => {
    const failed = live([fetchFailed(0, 0, 'unreachable')], completed([loading, loading], inFlight(0, 1)));
    expect(failed.effects).toEqual([]);
    expect(typesOf(live([fetched(1), savedOf(1)], failed.generation))).toEqual(['save', 'retry']);
  });

  test('is tried again from 2 s to 10 min apart, three hundred times', () => {
    const pauses: number[] = [];
    let generation = live([], completed([loading], inFlight(0))).generation;
    for (let tries = 0; tries < 400; tries += 1) {
      const life = live([fetchFailed(0, 0, 'unreachable'), { type: 'retryDue' }], generation);
      pauses.push(...life.effects.flatMap((each) => (each.type === 'retry' ? [each.afterMs] : [])));
      generation = life.generation;
    }
    expect(pauses.slice(0, 11)).toEqual([
      2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000, 600_000, 600_000,
    ]);
    expect(pauses).toHaveLength(300);
  });
});

describe('a result whose host withholds it', () => {
  const longest = pressedAt + 24.5 * hourMs;

  test.each<[string, number, Parameters<typeof fault>, boolean]>([
    ['after 24½ hours from the task’s creation', longest, [502, 'result_withheld'], true],
    ['before', longest - 1, [502, 'result_withheld'], false],
    ['where the task is not known any more', longest, [404, 'not_found'], true],
    ['by a server that is restarted', longest, [404, 'bad_answer'], false],
    ['by a host that is away', longest, [502, 'result_unavailable'], false],
    ['by a server of the other mode', longest, [409, 'server_changed'], false],
    ['while nobody is signed in', longest, [401, 'sign_in_required'], false],
    ['by a busy service', longest, [429, 'rate_limit_exceeded'], false],
    ['by a server that cannot be reached', longest, [0, 'unreachable'], false],
  ])('%s', (_when, now, given, isGone) => {
    const life = live([fetchFailed(0, ...given)], completed([loading], inFlight(0)), { now });
    expect(resultsOf(life)).toEqual([{ kind: 'missing', reason: 'notFetched', message: 'No.', isGone }]);
    expect(typesOf(life)).toEqual([isGone ? 'record' : 'retry']);
  });

  test('is asked for again by nobody but the person', () => {
    const generation = completed([gone, gone]);
    expect(live([inherited(generation), { type: 'retryDue' }], generation).effects).toEqual([]);
    const asked = live([{ type: 'fetchAsked', index: 1 }], generation);
    expect(asked.effects).toEqual([{ type: 'fetch', index: 1 }]);
    expect(resultsOf(asked)).toEqual([gone, loading]);
  });
});

describe('a person who tries', () => {
  test('in a page that does not hold the lease starts no tries of its own', () => {
    const asked = live([{ type: 'fetchAsked', index: 0 }], completed([loading]), { isLeased: false });
    expect(typesOf(asked)).toEqual(['fetch']);
    const failed = live([fetchFailed(0, 0, 'unreachable')], asked.generation);
    expect(failed.effects).toEqual([]);
    expect(typesOf(live([fetched(0), savedOf(0)], asked.generation))).toEqual(['save']);
  });

  test('while it is fetched does not have it fetched twice', () => {
    expect(live([{ type: 'fetchAsked', index: 0 }], completed([loading], inFlight(0))).effects).toEqual([]);
  });
});

describe('a full disk', () => {
  const saveFailed = (index: number, isFull: boolean): GenerationEvent => ({
    type: 'saveFailed',
    index,
    isFull,
  });

  test('keeps results in the page, tells of it once, and has them tried again', () => {
    const life = live([saveFailed(0, true)], completed([unsaved], inFlight(0)));
    expect(life.effects).toEqual([
      { type: 'notify', code: 'noRoomForResults' },
      { type: 'retry', afterMs: 2000 },
    ]);
    expect(resultsOf(life)).toEqual([{ ...unsaved, problem: 'full' }]);
    const told = live([saveFailed(0, true)], completed([unsaved], inFlight(0)), { isStorageFull: true });
    expect(typesOf(told)).toEqual(['retry']);
  });

  test('has them saved as soon as something is deleted', () => {
    const full = live([saveFailed(0, true), { type: 'roomMade' }], completed([unsaved, saved]));
    expect(full.effects.slice(1)).toEqual([{ type: 'save', index: 0, blob }]);
    expect(resultsOf(full)).toEqual([unsaved, saved]);
  });

  test('of another kind is told of each result once', () => {
    const life = live([saveFailed(0, false), saveFailed(0, false)], completed([unsaved]));
    expect(life.effects).toEqual([{ type: 'notify', code: 'resultNotSaved' }]);
  });
});

test('a generation that could not be deleted goes on with what passed it by', () => {
  const life = live([{ type: 'deleteFailed' }], completed([saved, loading], inFlight(0, 1)));
  expect(life.effects).toEqual([
    { type: 'notify', code: 'generationNotDeleted' },
    { type: 'fetch', index: 1 },
  ]);
});
