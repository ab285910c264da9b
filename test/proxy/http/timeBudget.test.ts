import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTimeBudget } from '../../../src/proxy/http/timeBudget.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = (milliseconds: number) =>
  new Promise<string>((resolve) => setTimeout(resolve, milliseconds, 'done'));

/** What comes of a step that is waited for. */
async function outcome(step: Promise<string>): Promise<string> {
  const settled = step.catch((error: unknown) => (error instanceof Error ? error.name : 'no error'));
  await vi.runAllTimersAsync();
  return settled;
}

test('a step may take its time, and no more', async () => {
  const wait = createTimeBudget({ stepMs: 100, totalMs: 1000 });
  expect(await outcome(wait(after(99)))).toBe('done');
  expect(await outcome(wait(after(101)))).toBe('TimeoutError');
});

test('all steps together may take their time, and no more', async () => {
  const wait = createTimeBudget({ stepMs: 100, totalMs: 150 });
  expect(await outcome(wait(after(90)))).toBe('done');
  expect(await outcome(wait(after(90)))).toBe('TimeoutError');
});

test('the time between two steps is not counted', async () => {
  const wait = createTimeBudget({ stepMs: 100, totalMs: 150 });
  expect(await outcome(wait(after(70)))).toBe('done');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await outcome(wait(after(70)))).toBe('done');
});

test('a step that fails is not a timeout', async () => {
  const wait = createTimeBudget({ stepMs: 100, totalMs: 150 });
  await expect(wait(Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError);
});
