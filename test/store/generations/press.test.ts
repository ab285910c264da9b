import { expect, test } from 'vitest';
import { isSamePress } from '../../../src/store/generations/press.ts';
import { generationIn } from './generationEvents.ts';

const { document, settings } = generationIn({ name: 'queued' });
const before = { document, settings, at: 0 };
const failure = { code: 'x', charged: 'maybe', mayRetry: false } as const;

test.each([
  ['while it waits, within a second', { at: 999 }, generationIn({ name: 'queued' }), true],
  ['a second later', { at: 1000 }, generationIn({ name: 'queued' }), false],
  ['where it ended in doubt', {}, generationIn({ name: 'unknown', finishedAt: 0, failure }), true],
  ['where it failed', {}, generationIn({ name: 'failed', finishedAt: 0, failure }), false],
  ['where it was deleted', {}, undefined, false],
  ['with other settings', { settings: { ...settings } }, generationIn({ name: 'queued' }), false],
  ['on a changed document', { document: { ...document } }, generationIn({ name: 'queued' }), false],
])('a press %s is the same: %o', (_when, change, earlier, isSame) => {
  expect(isSamePress(before, { ...before, at: 1, ...change }, earlier)).toBe(isSame);
});
