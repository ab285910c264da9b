/** What is done while a worker is at a drawing or at an operation. */
import { beforeEach, expect, test } from 'vitest';
import { addRegion } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { copySelection, pasteText } from '../../../src/store/editor/clipboard.ts';
import { isInGesture, triedDocument } from '../../../src/store/editor/editorState.ts';
import { onDocument, selectOnly } from '../../../src/store/editor/regionChanges.ts';
import { openMaskPanel, tryRegions } from '../../../src/store/editor/trial.ts';
import { zoomAt } from '../../../src/store/editor/viewChanges.ts';
import { noModifiers } from '../../../src/tools/tool.ts';
import type { LateCall } from '../../helpers/lateAnswers.ts';
import { brushAlong, openLateEditor } from '../../helpers/lateEditor.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { fakeClient } from '../../helpers/testEditor.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

let editor: Editor;
let calls: LateCall[];

beforeEach(async () => {
  ({ editor, calls } = await openLateEditor());
});

const names = () => editor.getState().document.regions.map(({ name }) => name);
const addBox = (x: number) => editor.transact(onDocument((each) => addRegion(each, [box(x, 200, 50, 50)])));

test('a view that moves under the pointer leaves the drawing that a worker is at as it is', async () => {
  brushAlong(editor, 100);
  stagePointer(editor).moveTo(400, 300);
  const { session } = editor.getState().tool;
  editor.transact(zoomAt({ x: 0, y: 0 }, 2), 'atOnce');
  expect(editor.getState().tool.session).toBe(session);
  expect(editor.getState().pointer?.point).toEqual({ x: 200, y: 150 });
  await calls[0]?.answer();
  expect(names()).toEqual(['Region 1']);
});

test('the wheel over a drawing that a worker is at zooms, and does not size the brush later', async () => {
  brushAlong(editor, 100);
  const { brushSize } = editor.getState().options;
  expect(editor.dispatch({ type: 'wheelStep', step: 1 })).toBe(false);
  await calls[0]?.answer();
  expect(editor.getState().options.brushSize).toBe(brushSize);
});

test('the wheel sets the brush at once while a worker is at an operation', async () => {
  addBox(10);
  editor.pickTool('brush');
  editor.applyOperation('invert');
  const { brushSize } = editor.getState().options;
  expect(editor.dispatch({ type: 'wheelStep', step: 1 })).toBe(true);
  const size = editor.getState().options.brushSize;
  expect(size).toBeGreaterThan(brushSize);
  await calls[0]?.answer();
  expect(editor.getState().options.brushSize).toBe(size);
});

test('Tab stays on the stage while it waits for its turn', () => {
  editor.pickTool('brush');
  brushAlong(editor, 100);
  expect(editor.dispatch({ type: 'key', key: 'Tab', modifiers: noModifiers })).toBe(true);
});

test('a paste that waits leaves a polygon alone that was begun before it', async () => {
  addBox(10);
  editor.transact(selectOnly(['region-1']));
  const text = copySelection(editor) ?? '';
  editor.pickTool('polygon');
  editor.applyOperation('invert');
  const mouse = stagePointer(editor);
  mouse.click(20, 20);
  mouse.click(120, 20);
  pasteText(editor, text);
  await calls[0]?.answer();
  expect([isInGesture(editor.getState()), names().length]).toEqual([true, 1]);
});

test('a long press takes back the press that waits with it, and the tool is at rest', async () => {
  addBox(10);
  editor.pickTool('rectangle');
  editor.applyOperation('invert');
  stagePointer(editor).press(300, 300);
  editor.dispatch({ type: 'menu', at: { x: 300, y: 300 }, by: 'longPress' });
  await calls[0]?.answer();
  expect(editor.getState()).toMatchObject({ tool: { session: { phase: 'idle' } }, isPointerDown: false });
  expect(editor.getState().stageMenu).toEqual({ x: 300, y: 300 });
});

test('a first result is not shown over a layout that an operation has changed before it', async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const client = fakeClient();
  ({ editor, calls } = await openLateEditor({
    client: { ...client, getTask: async (id) => finished.then(() => client.getTask(id)) },
  }));
  addBox(10);
  const done = editor.generations.generate();
  editor.applyOperation('invert');
  finish();
  await done;
  await calls[0]?.answer();
  expect(editor.getState().shownResult).toBeNull();
});

test('regions that are tried out stay so over another document, and are applied to it', () => {
  addBox(10);
  editor.transact(openMaskPanel('import'));
  editor.transact(tryRegions([[box(300, 0, 50, 50)]]));
  editor.undo();
  expect(triedDocument(editor.getState()).regions.map(({ rings }) => rings)).toEqual([[box(300, 0, 50, 50)]]);
  editor.applyTrial();
  expect(names()).toEqual(['Region 1']);
});
