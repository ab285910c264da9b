import { expect, test } from 'vitest';
import { createWheelTurns } from '../../src/canvas/wheelTurn.ts';

/** What browsers report, of which device; `notches` or the px of a swipe. */
const rows = [
  ['Chrome on Windows, a notch', { deltaY: 100, wheelDeltaY: -120 }, '1 notches'],
  ['Chrome on Windows, zoomed to 125 %', { deltaY: 80, wheelDeltaY: -120 }, '1 notches'],
  ['Chrome on Linux, away from the person', { deltaY: -53, wheelDeltaY: 120 }, '-1 notches'],
  ['Chrome on a Mac, a mouse that starts slowly', { deltaY: 4.000244140625, wheelDeltaY: -120 }, '1 notches'],
  ['two notches at once', { deltaY: 200, wheelDeltaY: -240 }, '2 notches'],
  ['with Shift, sideways', { deltaX: 100, wheelDeltaX: -120 }, '1 notches'],
  ['Firefox, three lines', { deltaY: 3, deltaMode: 1, wheelDeltaY: -48 }, '1 notches'],
  ['Firefox, one line', { deltaY: -1, deltaMode: 1 }, '-1 notches'],
  ['a page', { deltaY: 1, deltaMode: 2 }, '1 notches'],
  ['a browser that counts px only', { deltaY: 100 }, '1 notches'],
  ['a trackpad on a Mac', { deltaY: 7, wheelDeltaY: -21 }, 'swipe 0 7'],
  ['a trackpad, as fast as a notch', { deltaY: 40, wheelDeltaY: -120 }, 'swipe 0 40'],
  ['a trackpad, sideways', { deltaX: -12, wheelDeltaX: 36 }, 'swipe -12 0'],
  ['a trackpad, aslant', { deltaX: 30, deltaY: 12, wheelDeltaY: -120 }, 'swipe 30 12'],
  ['a trackpad in Firefox', { deltaY: 5 }, 'swipe 0 5'],
] as const;

type Turned = Partial<Parameters<ReturnType<typeof createWheelTurns>>[0]>;
const eventOf = (turned: Turned, timeStamp = 0) => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  timeStamp,
  ...turned,
});

function read(turn: ReturnType<ReturnType<typeof createWheelTurns>>): string {
  return turn.kind === 'swipe' ? `swipe ${turn.x} ${turn.y}` : `${turn.notches} notches`;
}

test('a notch of a wheel is told from a swipe on a trackpad, in every browser', () => {
  const found = rows.map(([name, turned]) => [name, turned, read(createWheelTurns()(eventOf(turned)))]);
  expect(found).toEqual(rows);
});

test('a swipe that looks like a notch for a moment goes on as a swipe', () => {
  const turnOf = createWheelTurns();
  const found = [
    eventOf({ deltaY: 3, wheelDeltaY: -9 }, 0),
    eventOf({ deltaY: 100, wheelDeltaY: -120 }, 20),
    eventOf({ deltaY: 100, wheelDeltaY: -120 }, 400),
  ].map((event) => read(turnOf(event)));
  expect(found).toEqual(['swipe 0 3', 'swipe 0 100', '1 notches']);
});
