import { expect, test } from 'vitest';
import {
  areFilesAtFault,
  createFailure,
  dismissedFailure,
  taskFailure,
  unsentFailure,
} from '../../../../src/store/generations/machine/failures.ts';
import { taskOf } from '../../../helpers/testEditor.ts';
import { fault } from '../generationEvents.ts';

test('a fault before the create charges nothing, and may be sent again unless the request is at fault', () => {
  const mayRetry = (status: number | undefined) =>
    unsentFailure({ code: 'x', message: '', status, mayHaveBeenCharged: false });
  expect([0, 401, 402, 429, 500, 503, undefined].map((status) => mayRetry(status).mayRetry)).toEqual(
    Array(7).fill(true),
  );
  expect([400, 403, 415].map((status) => mayRetry(status).mayRetry)).toEqual(Array(3).fill(false));
  expect(mayRetry(undefined)).toMatchObject({ code: 'not_sent', charged: 'no' });
});

test('a create that may have been charged is never to be sent again unasked', () => {
  const failure = createFailure(fault(500, 'internal_error', { mayHaveBeenCharged: true }));
  expect(failure).toMatchObject({ charged: 'maybe', mayRetry: false });
  expect(dismissedFailure(failure)).toEqual({ ...failure, charged: 'dismissed', mayRetry: true });
});

test('what the person has to put right is not offered to be sent as it is', () => {
  const mayRetry = (code: string) =>
    taskFailure(taskOf({ status: 'failed', error: { code, message: '' } })).mayRetry;
  expect(['content_policy_violation', 'request_cancelled'].map(mayRetry)).toEqual([false, false]);
  expect(['generation_timeout', 'cosmic_rays'].map(mayRetry)).toEqual([true, true]);
});

test('files are at fault where a code or the message says so', () => {
  const isAtFault = (code: string, message: string) =>
    areFilesAtFault({ code, message, charged: 'no', mayRetry: false }, ['https://files.example/a']);
  expect(isAtFault('image_processing_error', '')).toBe(true);
  for (const message of [
    'image_urls.0: Invalid URL',
    'The mask url is dead',
    'https://files.example/a: 404',
  ]) {
    expect([isAtFault('invalid_request', message), isAtFault('rate_limit_exceeded', message)]).toEqual([
      true,
      false,
    ]);
  }
  expect(isAtFault('invalid_request', 'The masked prompt is too long')).toBe(false);
});
