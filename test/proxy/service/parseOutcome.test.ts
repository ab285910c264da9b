import { describe, expect, test } from 'vitest';
import { taskSchema } from '../../../src/contract/task.ts';
import { totalDeadline } from '../../../src/proxy/http/deadline.ts';
import { HttpError } from '../../../src/proxy/httpError.ts';
import type { CallPurpose } from '../../../src/proxy/service/callFailure.ts';
import { parseOutcome } from '../../../src/proxy/service/parseOutcome.ts';
import { exampleTask } from '../examples.ts';

/** What the page is told where the service answers so, its error in the contract's form or in none. */
async function errorOf(purpose: CallPurpose, status: number, body: unknown): Promise<HttpError> {
  const answer = { kind: 'response', status, retryAfter: undefined, body } as const;
  const call = { purpose, mode: 'live' } as const;
  const error = await parseOutcome(Promise.resolve(answer), totalDeadline(1000), call, taskSchema).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpError)) throw new Error('no error was thrown');
  return error;
}

const told = { error: { code: 'objection', message: 'No.', type: 'invalid_request_error' } };

describe.each([
  ['its error', told],
  ['something else', 'hello'],
])('a create that is answered with %s', (_form, body) => {
  test.each([302, 303, 408, 409, 499, 500, 503])('and status %i may have been charged', async (status) => {
    const { code, isFree } = await errorOf('create', status, body);
    expect(isFree).toBe(false);
    expect(code).toBe(body === told && status >= 500 ? 'objection' : 'outcome_unknown');
  });

  test.each([301, 307, 400, 402, 425, 429])('and status %i was not taken on', async (status) => {
    const { code } = await errorOf('create', status, body);
    expect(code).toBe(body === told && status >= 400 ? 'objection' : 'bad_gateway');
  });
});

test.each(['read', 'upload'] as const)(
  'the error of a %s is told as it is, whatever the status',
  async (purpose) => {
    expect(await errorOf(purpose, 409, told)).toMatchObject({
      status: 409,
      code: 'objection',
      message: 'No.',
    });
  },
);

describe('what the service says at length', () => {
  const long = `${'a'.repeat(998)}😀${'b'.repeat(300_000)}`;
  const cut = `${'a'.repeat(998)}…`;

  test('is cut in an error, between two characters', async () => {
    const error = { code: long, message: long, type: long };
    const { code, message, type } = await errorOf('create', 400, { error });
    expect([message, code.length, type.length]).toEqual([cut, 100, 100]);
  });

  test('is cut in a task that failed', async () => {
    const body = { ...exampleTask, status: 'failed', error: { code: 'service_error', message: long } };
    const answer = { kind: 'response', status: 200, retryAfter: undefined, body } as const;
    const call = { purpose: 'read', mode: 'live' } as const;
    const task = await parseOutcome(Promise.resolve(answer), totalDeadline(1000), call, taskSchema);
    expect(task.error).toEqual({ code: 'service_error', message: cut });
  });
});
