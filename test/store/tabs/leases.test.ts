import { expect, test } from 'vitest';
import { createLeases } from '../../../src/store/tabs/leases.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function openTab(browser = createFakeBrowser()) {
  const tab = browser.openTab();
  return { leases: createLeases(tab.locks, 'thing'), kill: tab.kill };
}

test('what begins in this page is held at once, until it is released', async () => {
  const { leases } = openTab();
  const release = leases.claim('a');
  expect([leases.isHeld('a'), leases.isHeld('b')]).toEqual([true, false]);
  release();
  await settled();
  expect([leases.isHeld('a'), leases.isWanted('a')]).toEqual([false, false]);
});

test.each(['releases it', 'goes'])('another page works on it when the one that holds it %s', async (how) => {
  const browser = createFakeBrowser();
  const [first, second] = [openTab(browser), openTab(browser)];
  const release = first.leases.claim('a');
  const done: string[] = [];
  void second.leases.acquire('a', async () => void done.push('second'));
  await settled();
  expect([done, second.leases.isHeld('a'), second.leases.isWanted('a')]).toEqual([[], false, true]);

  if (how === 'goes') first.kill();
  else release();
  await settled();
  expect([done, second.leases.isWanted('a')]).toEqual([['second'], false]);
});

test('work that throws gives it back', async () => {
  const { leases } = openTab();
  await leases.acquire('a', () => Promise.reject(new Error('no'))).catch(() => undefined);
  expect([leases.isHeld('a'), leases.isWanted('a')]).toEqual([false, false]);
});

test('where there are no locks, every page works at once', async () => {
  const leases = createLeases(null, 'thing');
  const done: string[] = [];
  await leases.acquire('a', async () => void done.push('worked'));
  expect(done).toEqual(['worked']);
});
