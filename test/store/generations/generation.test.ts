import { expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { defaultSettings } from '../../../src/model/request/settings.ts';
import {
  bytesOf,
  type Generation,
  type GenerationPhase,
  hasUnsavedResult,
  isUnderWay,
  resultsExpireAt,
} from '../../../src/store/generations/generation.ts';
import { taskOf } from '../../helpers/testEditor.ts';

const hour = 3_600_000;

function generationIn(phase: GenerationPhase): Generation {
  const document = emptyDocument;
  return { id: 'g', startedAt: 0, isSandbox: false, document, settings: defaultSettings, uploads: [], phase };
}

const task = taskOf({ created: 10 * 3600 });
const fetched = (isSaved: boolean) => ({ kind: 'fetched' as const, blob: new Blob(['12345']), isSaved });

test('results are counted on for a day from when the task was created, or was seen to end if that was earlier', () => {
  const ended = (finishedAt: number) => generationIn({ name: 'completed', task, finishedAt, results: [] });
  expect(resultsExpireAt(ended(11 * hour))).toBe(34 * hour);
  expect(resultsExpireAt(ended(9 * hour))).toBe(33 * hour);
  expect(resultsExpireAt(generationIn({ name: 'running', task }))).toBeUndefined();
});

test('a generation takes the room of its results, and has unsaved ones until all are kept', () => {
  const holding = (...results: (ReturnType<typeof fetched> | { kind: 'loading' })[]) =>
    generationIn({ name: 'completed', task, finishedAt: 0, results });
  const partly = holding(fetched(true), { kind: 'loading' }, fetched(false));
  expect([bytesOf(partly), hasUnsavedResult(partly)]).toEqual([10, true]);
  expect(hasUnsavedResult(holding(fetched(true)))).toBe(false);
  expect(hasUnsavedResult(holding({ kind: 'loading' }))).toBe(true);
});

test('one that waits is under way, one in doubt is not', () => {
  const failure = { code: '', charged: 'maybe', mayRetry: false } as const;
  expect(isUnderWay(generationIn({ name: 'queued' }))).toBe(true);
  expect(isUnderWay(generationIn({ name: 'unknown', finishedAt: 0, failure }))).toBe(false);
});
