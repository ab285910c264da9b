import { describe, expect, test } from 'vitest';
import { HttpError } from '../../../src/proxy/httpError.ts';
import { pollBackoffMs, pollIntervalMs } from '../../../src/proxy/tasks/pollInterval.ts';
import { exampleTask } from '../examples.ts';

const start = exampleTask.created * 1000;

describe('the pause between two looks at a task', () => {
  const pause = (seconds: number, progress = 0, estimated: number | undefined = 45) =>
    pollIntervalMs(
      { ...exampleTask, status: 'processing', progress, task_info: { estimated_time: estimated } },
      start + seconds * 1000,
    );

  test('shrinks from five seconds to one towards the expected end, and grows again after it', () => {
    expect([0, 5, 21, 29, 37, 45, 53, 61, 85, 600].map((seconds) => pause(seconds))).toEqual([
      5000, 5000, 3000, 2000, 1000, 1000, 1000, 2000, 5000, 5000,
    ]);
  });

  test('is short for a short task, and where progress runs ahead of the estimate', () => {
    expect([pause(0, 0, 4), pause(5, 90), pause(5, 50)]).toEqual([1000, 1000, 2812.5]);
  });

  test('is long for a task that the service must have given up, and does not mind a clock that is behind', () => {
    expect([pause(1801), pause(-100)]).toEqual([30_000, 5000]);
  });

  test.each([0, 50, 100, 1e300])(
    'is some time, whatever the service estimates, at a progress of %d',
    (progress) => {
      const estimates = [1e10, 1e306, Number.MAX_VALUE, -1, -1e306];
      for (const estimated of estimates) expect([1000, 5000]).toContain(pause(0, progress, estimated));
    },
  );
});

describe('the pause after a failure', () => {
  const pauseOf = (failures: number, retryAfter?: string) =>
    pollBackoffMs(new HttpError(429, 'rate_limit_exceeded', 'Slow down.', { retryAfter }), failures, start);

  test('doubles up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map((failures) => pauseOf(failures))).toEqual([
      2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  test('is what the service asks for, in seconds or as a date, but never shorter than its own or absurd', () => {
    const date = new Date(start + 20_000).toUTCString();
    expect([
      pauseOf(1, '20'),
      pauseOf(1, date),
      pauseOf(3, '1'),
      pauseOf(1, 'soon'),
      pauseOf(1, '99999999'),
    ]).toEqual([20_000, 20_000, 8000, 2000, 300_000]);
  });
});
