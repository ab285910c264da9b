import { describe, expect, test } from 'vitest';
import type { GenerationPhase, Result } from '../../../src/store/generations/generation.ts';
import { generationOf, recordOf } from '../../../src/store/generations/recordForm.ts';
import { taskOf } from '../../helpers/testEditor.ts';
import { generationIn } from './generationEvents.ts';

const task = taskOf({ status: 'completed', results: ['https://r.example/0', 'https://r.example/1'] });
const blob = new Blob(['pixels']);
const completed = (results: readonly Result[]) =>
  generationIn({ name: 'completed', task, finishedAt: 5, results, fetching: { rounds: 3, inFlight: [1] } });
const missing = (isGone: boolean): Result => ({
  kind: 'missing',
  reason: 'notFetched',
  message: 'No.',
  isGone,
});
const polling = { acceptedAt: 0, intervalMs: 1, pauseMs: 1, failureCount: 0, unknownCount: 0 };

test.each<[GenerationPhase, object]>([
  [{ name: 'sending', hasLeft: true }, { name: 'sending' }],
  [
    { name: 'sending', hasLeft: true, sentAt: 7, repeat: { since: 8, count: 9 } },
    { name: 'sending', sentAt: 7 },
  ],
  [
    { name: 'running', task, trouble: 'Slow.', polling },
    { name: 'running', task },
  ],
  [completed([missing(true), missing(false)]).phase, { name: 'completed', task, finishedAt: 5, gone: [0] }],
  [completed([{ kind: 'fetched', blob, isSaved: true }]).phase, { name: 'completed', task, finishedAt: 5 }],
])('a record tells nothing that passes with the page: $name', (phase, stored) => {
  const record = recordOf(generationIn(phase));
  expect(record.phase).toEqual(stored);
  expect(record).not.toHaveProperty('record');
});

describe('results of a record', () => {
  const record = recordOf(completed([missing(true), { kind: 'loading' }]));
  const resultsOf = (...given: Parameters<typeof generationOf>) => {
    const { phase } = generationOf(...given);
    return phase.name === 'completed' ? phase.results : [];
  };

  test('are there with their bytes, gone for good, or still to come', () => {
    expect(resultsOf({ record, results: new Map() }, undefined, false)).toMatchObject([
      { kind: 'missing', isGone: true },
      { kind: 'loading' },
    ]);
    expect(resultsOf({ record, results: new Map([[1, blob]]) }, undefined, false)[1]).toEqual({
      kind: 'fetched',
      blob,
      isSaved: true,
    });
  });

  test('wait for a server of their own mode', () => {
    const [, result] = resultsOf({ record, results: new Map() }, undefined, true);
    expect(result).toEqual({
      kind: 'missing',
      reason: 'waitsForKey',
      isGone: false,
    });
  });

  test('keep the bytes that this page has, and how it fetches them', () => {
    const own = new Blob(['own']);
    const known = completed([missing(true), { kind: 'fetched', blob: own, isSaved: false, problem: 'full' }]);
    const read = generationOf({ record, results: new Map() }, known, false);
    expect(read.phase).toMatchObject({ fetching: { rounds: 3, inFlight: [1] } });
    expect(resultsOf({ record, results: new Map() }, known, false)[1]).toMatchObject({
      blob: own,
      problem: 'full',
    });
    const saved = resultsOf({ record, results: new Map([[1, blob]]) }, known, false)[1];
    expect(saved).toEqual({ kind: 'fetched', blob: own, isSaved: true });
  });
});
