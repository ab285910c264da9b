import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addRegion } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { pasteText } from '../../../src/store/editor/clipboard.ts';
import { type Change, type EditorState, withInfo } from '../../../src/store/editor/editorState.ts';
import { startHistory } from '../../../src/store/editor/history.ts';
import { deleteSelected, onDocument, selectOnly } from '../../../src/store/editor/regionChanges.ts';
import { holdTool, releaseTool } from '../../../src/store/editor/toolEvents.ts';
import { panBy, zoomAt } from '../../../src/store/editor/viewChanges.ts';
import { tools } from '../../../src/tools/registry.ts';
import type { LateCall } from '../../helpers/lateAnswers.ts';
import { brushAlong, openLateEditor } from '../../helpers/lateEditor.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { box, ringFrom, star } from '../../model/geometry/rings/ringFixtures.ts';

let editor: Editor;
let calls: LateCall[];
let told: { readonly now: EditorState; readonly before: EditorState }[];

beforeEach(async () => {
  ({ editor, calls } = await openLateEditor());
  told = [];
  editor.subscribe((now, before) => told.push({ now, before }));
});

const withBox = (x: number): Change => onDocument((document) => addRegion(document, [box(x, 0, 50, 50)]));
const names = () => editor.getState().document.regions.map(({ name }) => name);
const steps = () => editor.getState().history.past.length;

describe('a transaction', () => {
  test('is given the current state, is set once and told once', () => {
    const before = editor.getState();
    const given: EditorState[] = [];
    editor.transact((state) => {
      given.push(state);
      return selectOnly(['region-1'])(withBox(0)(state));
    });
    expect(given).toEqual([before]);
    expect(told).toEqual([{ now: editor.getState(), before }]);
    expect([names(), editor.getState().selection.regionIds]).toEqual([['Region 1'], ['region-1']]);
  });

  test('that changes nothing is not told', () => {
    const before = editor.getState();
    editor.transact((state) => state);
    expect([told, editor.getState() === before]).toEqual([[], true]);
  });

  test('that throws leaves everything as it was', () => {
    const before = editor.getState();
    expect(() =>
      editor.transact(() => {
        throw new Error('of this test');
      }),
    ).toThrow('of this test');
    expect([told, editor.getState() === before]).toEqual([[], true]);
  });

  test('with another document is one undo step, however much it does', () => {
    const { document } = editor.getState();
    const before = steps();
    editor.transact((state) => withBox(200)(withBox(100)(withBox(0)(state))));
    expect([names().length, steps()]).toEqual([3, before + 1]);
    editor.undo();
    expect(editor.getState().document).toBe(document);
  });

  test('with the same document is none', () => {
    const before = editor.getState().history;
    editor.transact(selectOnly([]));
    editor.transact(withInfo({ code: 'sandboxMeans' }), 'atOnce');
    expect(editor.getState().history).toBe(before);
  });

  test('that deals with the history itself is no step of it', () => {
    editor.transact((state) => startHistory(withBox(0)(state)));
    expect([names(), editor.getState().history]).toEqual([['Region 1'], { past: [], future: [] }]);
  });

  test('after an undo takes away what could be redone', () => {
    editor.transact(withBox(0));
    editor.undo();
    editor.transact(withBox(100));
    editor.redo();
    expect(editor.getState().document.regions.map(({ rings }) => rings)).toEqual([[box(100, 0, 50, 50)]]);
  });
});

describe('while a worker is at a stroke', () => {
  test('transactions wait for their turn, and those that are at once do not', async () => {
    brushAlong(editor, 100);
    editor.transact(withBox(400));
    editor.transact(deleteSelected);
    editor.transact(withInfo({ code: 'sandboxMeans' }), 'atOnce');
    expect({ names: names(), notice: editor.getState().notice, isWorking: editor.isWorking() }).toEqual({
      names: [],
      notice: { tone: 'info', code: 'sandboxMeans' },
      isWorking: true,
    });
    await calls[0]?.answer();
    // The stroke selects its region, which is then deleted.
    expect([names(), editor.isWorking()]).toEqual([['Region 2'], false]);
  });

  test('they are given the state that they meet, and not the one they were asked for in', async () => {
    brushAlong(editor, 100);
    const met: number[] = [];
    editor.transact((state) => {
      met.push(state.document.regions.length);
      return state;
    });
    await calls[0]?.answer();
    expect(met).toEqual([1]);
  });

  test('all of it can be worked out here, at once', () => {
    brushAlong(editor, 100);
    editor.transact(withBox(400));
    brushAlong(editor, 300);
    editor.finishWork();
    expect([names(), editor.isWorking()]).toEqual([['Region 1', 'Region 2', 'Region 3'], false]);
  });

  test('settling waits for it, and is nothing in the middle of a press', async () => {
    const done: string[][] = [];
    brushAlong(editor, 100);
    editor.settle(() => done.push(names()));
    stagePointer(editor).press(400, 100);
    editor.settle(() => done.push(['in the press']));
    expect(done).toEqual([]);
    await calls[0]?.answer();
    expect(done).toEqual([['Region 1']]);
  });
});

test('settling ends an open drawing, as Enter would, and then acts', () => {
  editor.pickTool('polygon');
  const mouse = stagePointer(editor);
  mouse.click(10, 10);
  mouse.click(10, 200);
  mouse.click(200, 200);
  const done: string[][] = [];
  editor.settle(() => done.push(names()));
  expect(done).toEqual([['Region 1']]);
});

test('a drawing that another tool ends takes a worker, and that tool’s press comes after it', async () => {
  editor.transact(onDocument((document) => addRegion(document, [star(1200, { x: 500, y: 200 }, 100)])));
  const mouse = stagePointer(editor);
  brushAlong(editor, 20);
  editor.pickTool('polygon');
  mouse.click(10, 100);
  mouse.click(10, 200);
  mouse.click(110, 200);
  editor.pickTool('rectangle');
  mouse.drag([10, 300], [60, 400]);
  for (const index of [0, 1, 2]) await calls[index]?.answer();

  expect(editor.getState().tool).toEqual({ id: 'rectangle', session: { phase: 'idle' } });
  expect(
    editor
      .getState()
      .document.regions.slice(2)
      .map(({ rings }) => rings),
  ).toEqual([[ringFrom(10, 100, 110, 200, 10, 200)], [box(10, 300, 50, 100)]]);
});

test('no subscriber is shown a selection of regions that the document does not have', async () => {
  const mouse = stagePointer(editor);
  editor.pickTool('rectangle');
  mouse.drag([10, 10], [60, 60]);
  brushAlong(editor, 200);
  await calls[0]?.answer();
  pasteText(editor, JSON.stringify([{ width: 640, height: 427, points: [300, 10, 300, 60, 350, 60] }]));
  editor.transact(deleteSelected);
  for (let time = 0; time < 6; time += 1) editor.undo();
  for (let time = 0; time < 6; time += 1) editor.redo();
  editor.undo();

  const dangling = told.flatMap(({ now: { document, selection } }) =>
    selection.regionIds.filter((id) => !document.regions.some((region) => region.id === id)),
  );
  expect([dangling, told.length > 20]).toEqual([[], true]);
});

describe('a view that moves under a pointer at rest', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  beforeEach(() => {
    editor.pickTool('polygon');
    stagePointer(editor).click(10, 10);
    stagePointer(editor).moveTo(100, 100);
    told = [];
  });

  test.each([
    ['the wheel', () => editor.dispatch({ type: 'zoomView', at: { x: 20, y: 20 }, factor: 2 })],
    ['two fingers', () => editor.dispatch({ type: 'panView', offset: { x: 30, y: 40 } })],
    ['a button', () => editor.transact(zoomAt({ x: 0, y: 0 }, 2), 'atOnce')],
    ['a key', () => editor.transact(panBy({ x: 5, y: 5 }), 'atOnce')],
  ])('is told to the tool once where it is by %s', (_, move) => {
    const handle = vi.spyOn(tools.polygon, 'handle');
    move();
    expect(handle.mock.calls.map(([, event]) => event)).toEqual([
      { ...editor.getState().pointer, type: 'move', trail: [editor.getState().pointer?.point] },
    ]);
    expect(told).toHaveLength(1);
  });

  test('is told to a tool that moves it itself by no more than the pointer’s own move', () => {
    const [pan, polygon] = [vi.spyOn(tools.pan, 'handle'), vi.spyOn(tools.polygon, 'handle')];
    editor.transact(holdTool('pan'), 'atOnce');
    stagePointer(editor).drag([0, 0], [30, 40]);
    editor.transact(releaseTool, 'atOnce');
    expect(pan.mock.calls.map(([, { type }]) => type)).toEqual(['down', 'move', 'up']);
    expect(polygon).not.toHaveBeenCalled();
  });

  test('is nothing to the tool while the pointer is away', () => {
    editor.dispatch({ type: 'leave' });
    const handle = vi.spyOn(tools.polygon, 'handle');
    editor.dispatch({ type: 'panView', offset: { x: 30, y: 40 } });
    expect(handle).not.toHaveBeenCalled();
  });
});
