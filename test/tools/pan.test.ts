import { expect, test } from 'vitest';
import { emptyDocument } from '../../src/model/document/document.ts';
import { pan } from '../../src/tools/pan/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';

test('a drag moves the view by what the pointer moved on screen, at any zoom', () => {
  const driver = driveTool(pan, emptyDocument, { zoom: 2 });
  driver.drag({ x: 10, y: 10 }, { x: 30, y: 0 });
  expect(driver.origin).toEqual({ x: 40, y: -20 });
  expect(driver.session).toEqual({ phase: 'idle' });
  expect(driver.document).toBe(emptyDocument);
});

test('the hand closes while it drags', () => {
  const driver = driveTool(pan, emptyDocument);
  expect(driver.cursor).toBe('grab');
  driver.press({ x: 5, y: 5 });
  expect(driver.cursor).toBe('grabbing');
  driver.pressEscape();
  expect(driver.cursor).toBe('grab');
});

test('moving without a press, and keys, move nothing', () => {
  const driver = driveTool(pan, emptyDocument);
  driver.moveTo({ x: 50, y: 50 });
  driver.pressKey('ArrowLeft');
  driver.pressEnter();
  driver.pressDelete();
  expect(driver.origin).toEqual({ x: 0, y: 0 });
});
