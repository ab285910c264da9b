import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRegions } from '../../src/model/document/regions.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { domPointer } from './domPointer.ts';
import { type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

const square = (x: number) => [
  { x, y: 10 },
  { x: x + 60, y: 10 },
  { x: x + 60, y: 70 },
  { x, y: 70 },
];

beforeEach(async () => {
  stage = await mountStage();
  stage.editor.transact(onDocument((document) => addRegions(document, [[square(10)], [square(110)]])));
  stage.editor.transact((state) => ({ ...state, selection: { regionIds: ['region-1'], vertices: [] } }));
});

afterEach(cleanup);

const selectedIds = () => stage.editor.getState().selection.regionIds;

/** In the middle of the second region: the image begins at (100, 80) on the canvas. */
function bringUpMenu(button: number) {
  const { left, top } = stage.element.getBoundingClientRect();
  const { x, y } = stage.inElement({ x: 240, y: 120 });
  const place = { clientX: left + x, clientY: top + y, bubbles: true, cancelable: true };
  stage.element.dispatchEvent(new MouseEvent('contextmenu', { ...place, button }));
}

test('the right button selects what it is pressed on; the menu key leaves the selection', () => {
  bringUpMenu(0);
  expect(selectedIds()).toEqual(['region-1']);
  bringUpMenu(2);
  expect(selectedIds()).toEqual(['region-2']);
});

test('a vertex that is dragged close to another goes onto it', async () => {
  stage.editor.pickTool('select');
  await domPointer(stage).drag(stage.inElement({ x: 170, y: 150 }), stage.inElement({ x: 206, y: 147 }));
  const [region] = stage.editor.getState().document.regions;
  expect(region?.rings[0]).toContainEqual({ x: 110, y: 70 });
});
