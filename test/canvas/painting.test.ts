import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundsOf } from '../../src/model/geometry/rect.ts';
import { listenToKeyboard } from '../../src/ui/keyboard/useKeyboard.ts';
import { domPointer } from './domPointer.ts';
import { type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

beforeEach(async () => {
  stage = await mountStage();
  stage.editor.pickTool('brush');
});

afterEach(cleanup);

const at = (x: number, y: number) => stage.inElement({ x, y });
const regions = () => stage.editor.getState().document.regions;
const options = () => stage.editor.getState().options;
const setOptions = (change: Partial<ReturnType<typeof options>>) =>
  stage.editor.transact((state) => ({ ...state, options: { ...options(), ...change } }));

/** Which of these canvas points the overlay's unfinished stroke covers. */
async function covered(...points: readonly (readonly [number, number])[]) {
  const alphas = [];
  for (const [x, y] of points) alphas.push((await stage.colourAt('overlay', { x, y }))[3]);
  return alphas.map((alpha) => alpha > 60);
}

test('an unfinished stroke is as wide as the brush, with round ends, and of one even colour', async () => {
  const pointer = domPointer(stage);
  await pointer.startDrag(at(140, 140), at(240, 140));
  pointer.moveTo(at(150, 140));
  expect(await covered([190, 140], [190, 157], [190, 163], [123, 140], [122, 155])).toEqual([
    ...[true, true, false],
    ...[true, false],
  ]);
  expect(await stage.colourAt('overlay', { x: 200, y: 145 })).toEqual(
    await stage.colourAt('overlay', { x: 236, y: 145 }),
  );
});

test('a dot is seen before it is finished, and a pen’s stroke with its widths', async () => {
  const dot = domPointer(stage);
  dot.hoverAt(at(200, 140));
  dot.press(at(200, 140));
  expect(await covered([190, 140], [200, 155], [200, 165])).toEqual([true, true, false]);
  dot.release(at(200, 140));
  stage.editor.undo();
  setOptions({ isPressureUsed: true });
  const pen = domPointer(stage, { pointerType: 'pen', pressure: 0.25 });
  await pen.startDrag(at(140, 140), at(240, 140));
  expect(await covered([190, 140], [190, 147], [190, 154])).toEqual([true, true, false]);
});

test('a pointer that is lost commits what is there', async () => {
  const pointer = domPointer(stage);
  await pointer.startDrag(at(140, 140), at(240, 140));
  pointer.lose();
  expect(boundsOf(regions().flatMap(({ rings }) => rings.flat()))).toEqual({
    x: 20,
    y: 40,
    width: 140,
    height: 40,
  });
});

test('the right button erases, and one undo brings it back', async () => {
  await domPointer(stage).drag(at(140, 140), at(240, 140));
  const painted = regions();
  setOptions({ brushSize: 10 });
  await domPointer(stage, { button: 2 }).drag(at(190, 100), at(190, 180));
  expect(regions().map(({ rings }) => rings.length)).toEqual([2]);
  stage.editor.undo();
  expect(regions()).toEqual(painted);
});

test('[ and ] set the size, also where they are typed with AltGr', () => {
  const stop = listenToKeyboard(stage.editor);
  const sizes = [{ key: ']' }, { key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true }].map(
    (init) => {
      window.dispatchEvent(new KeyboardEvent('keydown', init));
      return options().brushSize;
    },
  );
  window.dispatchEvent(new KeyboardEvent('keydown', { key: '[', altKey: true }));
  stop();
  expect([...sizes, options().brushSize]).toEqual([45, 40, 40]);
});
