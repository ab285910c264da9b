import { expect, test } from 'vitest';
import { backoffMs, isTransientStatus, retry, retryAfterMs, retryPauseMs } from '../../src/contract/retry.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Wed, 31 Dec 2025 23:59:59 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
])('Retry-After %j is %j ms', (header, milliseconds) => {
  expect(retryAfterMs(header, now)).toBe(milliseconds);
});

const policy = { attemptsMax: 4, backoff: { firstMs: 100, maxMs: 250 }, retryAfterMaxMs: 2000 };

test('a pause doubles with each failure, up to the longest', () => {
  expect([1, 2, 3, 300].map((failures) => backoffMs(policy.backoff, failures))).toEqual([100, 200, 250, 250]);
});

test('half of a pause before another attempt is left to chance', () => {
  expect([0, 0.5, 1].map((random) => retryPauseMs(policy, 2, 0, random))).toEqual([100, 150, 200]);
});

test('no attempt comes before Retry-After, after the last one, or where it would have to wait too long', () => {
  const pauses = [
    [1, 2000],
    [1, 2001],
    [3, 10],
    [4, 0],
  ].map(([attempts = 0, retryAfter = 0]) => retryPauseMs(policy, attempts, retryAfter, 1));
  expect(pauses).toEqual([2000, undefined, 250, undefined]);
});

test('an answer may be another one later after too many requests, a fault of the server or no answer at all', () => {
  const statuses = [0, 200, 400, 401, 404, 408, 429, 500, 503];
  expect(statuses.filter(isTransientStatus)).toEqual([0, 429, 500, 503]);
});

test('attempts go on, with the pauses between them, until none is to follow', async () => {
  const waits: number[] = [];
  let made = 0;
  const outcome = await retry(
    async () => ++made,
    (_outcome, attempts) => (attempts < 3 ? attempts * 10 : undefined),
    async (milliseconds) => waits.push(milliseconds),
  );
  expect([outcome, waits]).toEqual([3, [10, 20]]);
});
