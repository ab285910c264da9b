import { expect, test } from 'vitest';
import { emptyDocument } from '../../src/model/document/document.ts';
import { pan } from '../../src/tools/pan/tool.ts';
import { takeUp } from '../helpers/driveTool.ts';

test('a drag moves the view by what the pointer moved on screen, at any zoom', () => {
  const hand = takeUp(pan, emptyDocument, { zoom: 2 });
  hand.drag({ x: 10, y: 10 }, { x: 30, y: 0 });
  expect(hand.origin).toEqual({ x: 40, y: -20 });
  expect(hand.session).toEqual({ phase: 'idle' });
  expect(hand.document).toBe(emptyDocument);
});

test('the hand closes while it drags', () => {
  const hand = takeUp(pan, emptyDocument);
  expect(hand.cursor).toBe('grab');
  hand.press({ x: 5, y: 5 });
  expect(hand.cursor).toBe('grabbing');
  hand.escape();
  expect(hand.cursor).toBe('grab');
});

test('moving without a press, and keys, move nothing', () => {
  const hand = takeUp(pan, emptyDocument);
  hand.moveTo({ x: 50, y: 50 });
  hand.strike('ArrowLeft');
  hand.enter();
  hand.remove();
  expect(hand.origin).toEqual({ x: 0, y: 0 });
});
