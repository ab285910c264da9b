import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRegion } from '../../src/model/document/regions.ts';
import { growRegions } from '../../src/model/mask/operations/reshapeRegions.ts';
import { clearMask } from '../../src/model/mask/operations/wholeMask.ts';
import { triedDocument } from '../../src/store/editor/editorState.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { holdTool } from '../../src/store/editor/toolEvents.ts';
import { openTrial } from '../helpers/openTrial.ts';
import { noticeOf } from '../helpers/toldWords.ts';
import { domPointer, touchPointer } from './domPointer.ts';
import { type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

/** A region of 40 image px across on a photograph at canvas (100, 80), and an operation open that is tried out on it. */
beforeEach(async () => {
  stage = await mountStage();
  stage.editor.transact(onDocument((document) => addRegion(document, [square])));
  stage.editor.transact((state) => ({ ...state, selection: { regionIds: ['region-1'], vertices: [] } }));
  openTrial(stage.editor, growRegions(current(), ['region-1'], 10));
});

afterEach(cleanup);

const square = [
  { x: 20, y: 20 },
  { x: 60, y: 20 },
  { x: 60, y: 60 },
  { x: 20, y: 60 },
];

const current = () => stage.editor.getState().document;
const session = () => stage.editor.getState();
const tried = () => triedDocument(stage.editor.getState());
const at = (x: number, y: number) => stage.inElement({ x, y });

test('drawing applies what is tried out first, as a step of its own, and says so', async () => {
  const preview = tried();
  const before = current();
  stage.editor.pickTool('rectangle');
  await domPointer(stage).drag(at(220, 100), at(260, 140));
  expect(current().regions[0]).toBe(preview.regions[0]);
  expect(session()).toMatchObject({
    maskPanel: null,
    trial: null,
    selection: { regionIds: ['region-2'] },
  });
  expect(noticeOf(stage.editor)).toEqual({
    tone: 'info',
    message: 'What you tried out was applied. Undo takes it back.',
  });
  stage.editor.undo();
  expect(current()).toBe(preview);
  stage.editor.undo();
  expect(current()).toBe(before);
});

test('a press on what is tried out takes hold of it', async () => {
  stage.editor.pickTool('select');
  const pointer = domPointer(stage);
  await pointer.drag(at(118, 120), at(138, 120));
  const xs = current().regions[0]?.rings[0]?.map(({ x }) => x) ?? [];
  expect([Math.min(...xs), Math.max(...xs)]).toEqual([30, 90]);
});

test('what is gone by it is selected no more', () => {
  openTrial(stage.editor, clearMask(current()));
  stage.editor.pickTool('rectangle');
  domPointer(stage).click(at(350, 250));
  expect(session().selection.regionIds).toEqual([]);
});

test.each([
  ['the middle button', () => domPointer(stage, { button: 1 }).drag(at(200, 150), at(240, 150))],
  ['Pan', () => pickPan().drag(at(200, 150), at(240, 150))],
  ['Space', () => holdPan().drag(at(200, 150), at(240, 150))],
  ['two fingers', pinch],
])('the view is moved with %s and what is tried out stays', async (_name, moveView) => {
  const before = { document: current(), preview: tried(), view: session().view };
  await moveView();
  expect(session().view).not.toEqual(before.view);
  expect({ document: current(), preview: tried(), maskPanel: session().maskPanel }).toEqual({
    document: before.document,
    preview: before.preview,
    maskPanel: 'grow',
  });
});

function pickPan() {
  stage.editor.pickTool('pan');
  return domPointer(stage);
}

function holdPan() {
  stage.editor.transact(holdTool('pan'), 'atOnce');
  return domPointer(stage);
}

function pinch() {
  stage.editor.pickTool('rectangle');
  const [first, second] = [touchPointer(stage, 1), touchPointer(stage, 2)];
  first.press(at(150, 150));
  second.press(at(250, 150));
  second.moveTo(at(290, 150));
  second.release(at(290, 150));
  first.release(at(150, 150));
}

test('a panel in which nothing has changed closes without a word', async () => {
  openTrial(stage.editor, current());
  const before = current();
  stage.editor.pickTool('rectangle');
  domPointer(stage).click(at(350, 250));
  expect(session()).toMatchObject({
    document: before,
    maskPanel: null,
    notice: null,
  });
});
