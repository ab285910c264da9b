import { expect, test } from 'vitest';
import { connectionError, errorOfResponse, malformedResponse } from '../../../src/api/proxyError.ts';
import { ScalingError } from '../../../src/image/scalingError.ts';
import { failureSchema } from '../../../src/storage/storedFailure.ts';
import { faultOf } from '../../../src/store/generations/faultOf.ts';
import { createFailure, lostTask, unsentFailure } from '../../../src/store/generations/machine/failures.ts';
import { PhotographGoneError } from '../../../src/store/images/storedImages.ts';
import { failureTexts } from '../../../src/ui/texts/en/failures.ts';
import { WorkerClosedError, WorkerError } from '../../../src/workers/connect.ts';

const signedOut = new Response(JSON.stringify({ error: { code: 'sign_in_required', message: 'Sign in.' } }), {
  status: 401,
});

test.each<[string, unknown]>([
  ['server_unreachable', connectionError(false, undefined)],
  ['connection_lost', connectionError(true, undefined)],
  ['malformed_answer', malformedResponse(502, true)],
  ['signed_out', await errorOfResponse(signedOut, true)],
  ['press_expired', new WorkerClosedError('The editor was closed.')],
  ['worker_broken', new WorkerError('The mask could not be worked out in the background.')],
  ['photograph_gone', new PhotographGoneError('Gone.')],
  ['no_memory', new ScalingError('No canvas.')],
])('%s is recorded as a reason, and not in the words of the page', (reason, error) => {
  const fault = faultOf(error);
  for (const failure of [createFailure(fault), unsentFailure(fault), lostTask(fault)]) {
    expect(failure).toMatchObject({ reason });
    expect(failure).not.toHaveProperty('message');
    expect(failureSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
  }
});

test('the words of the service, and of the browser, are recorded as they are', () => {
  expect(createFailure(faultOf(new Error('Odd.')))).toMatchObject({ message: 'Odd.' });
});

test('a task that was lost to an answer in no known form tells of its status', () => {
  const failure = lostTask(faultOf(malformedResponse(403, false)));
  expect(failure).toMatchObject({ code: 'task_lost', status: 403 });
  expect(failureTexts({ isSandbox: false, phase: { failure } }).message).toContain(
    'with status 403 in a form',
  );
});
