import { expect, test } from 'vitest';
import { createPauses } from '../../../src/store/generations/pauses.ts';

/** Pauses that pass when the test says so, each by its length. */
function createTestPauses() {
  const passes = new Map<number, () => void>();
  const pauses = createPauses(
    (milliseconds) => new Promise((pass) => passes.set(milliseconds, () => pass())),
  );
  return { pauses, pass: (milliseconds: number) => passes.get(milliseconds)?.() };
}

test('a pause that has passed says so, and one that another took the place of does not', async () => {
  const { pauses, pass } = createTestPauses();
  const [first, second, other] = [pauses.wait('a', 1), pauses.wait('a', 2), pauses.wait('b', 3)];
  for (const each of [1, 2, 3]) pass(each);
  expect(await Promise.all([first, second, other])).toEqual([false, true, true]);
});

test('a pause can be ended, and comes to nothing', async () => {
  const { pauses } = createTestPauses();
  const pause = pauses.wait('a', 1);
  pauses.end('a');
  expect(await pause).toBe(false);
});

test('it is over when nothing is to be done after a pause any more', async () => {
  const { pauses, pass } = createTestPauses();
  const seen: string[] = [];
  pauses.after('a', 1, async () => {
    seen.push('first');
    pauses.after('a', 2, async () => void seen.push('second'));
  });
  const over = pauses.over('a').then(() => seen.push('over'));
  pass(1);
  await expect.poll(() => seen).toEqual(['first']);
  pass(2);
  await over;
  expect(seen).toEqual(['first', 'second', 'over']);
});
