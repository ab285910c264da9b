import { beforeEach, describe, expect, test } from 'vitest';
import { addRegion } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { isPressTaken, type PointerButton, type PointerInput } from '../../../src/store/editor/dispatch.ts';
import { onDocument, selectOnly } from '../../../src/store/editor/regionChanges.ts';
import { showResult } from '../../../src/store/editor/shownResult.ts';
import { openMaskPanel, tryOperation } from '../../../src/store/editor/trial.ts';
import { type ToolId, tools } from '../../../src/tools/registry.ts';
import { noModifiers } from '../../../src/tools/tool.ts';
import type { LateCall } from '../../helpers/lateAnswers.ts';
import { brushAlong, openLateEditor } from '../../helpers/lateEditor.ts';
import { openTrial } from '../../helpers/openTrial.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { box, star } from '../../model/geometry/rings/ringFixtures.ts';

let editor: Editor;
let calls: LateCall[];

/** A photograph with two regions, at twice its size, its canvas 30 px to the right of the stage’s corner and 20 down. */
beforeEach(async () => {
  ({ editor, calls } = await openLateEditor());
  editor.transact(onDocument((document) => addRegion(document, [box(10, 10, 50, 50)])));
  editor.transact(onDocument((document) => addRegion(document, [box(110, 10, 50, 50)])));
  editor.transact((state) => ({ ...state, view: { zoom: 2, origin: { x: 30, y: 20 } } }));
});

const rings = () => editor.getState().document.regions.map((region) => region.rings);
const steps = () => editor.getState().history.past.length;
const selected = () => editor.getState().selection.regionIds;
const origin = () => editor.getState().view.origin;
const pointer = () => editor.getState().pointer;
const look = () =>
  editor.transact((state) => showResult({ generationId: 'g', index: 0, document: state.document })(state));

/** The pointer at that point of the stage, in CSS px. */
function pointerAt(x: number, y: number, change: Partial<PointerInput> = {}): PointerInput {
  return {
    screen: { x, y },
    modifiers: noModifiers,
    pressure: 0.5,
    isSecondary: false,
    isTouch: false,
    ...change,
  };
}

function dragBy(button: PointerButton, from: readonly [number, number], to: readonly [number, number]) {
  const isTaken = editor.dispatch({ type: 'press', button, clicks: 1, ...pointerAt(...from) });
  editor.dispatch({ type: 'move', trail: [{ x: to[0], y: to[1] }], ...pointerAt(...to) });
  editor.dispatch({ type: 'release', ...pointerAt(...to) });
  return isTaken;
}

describe('a press', () => {
  test('of the left button works with the tool, in px of the canvas', () => {
    editor.pickTool('rectangle');
    expect(dragBy('left', [230, 220], [330, 260])).toBe(true);
    expect(rings()[2]).toEqual([box(100, 100, 50, 20)]);
  });

  test('of the middle button pans, whatever the tool is in the middle of, and leaves it so', () => {
    editor.pickTool('polygon');
    stagePointer(editor).click(10, 100);
    const { tool, document } = editor.getState();
    expect(dragBy('middle', [300, 300], [340, 330])).toBe(true);
    expect(editor.getState()).toMatchObject({ tool, document, heldTool: null });
    expect([editor.getState().document === document, origin()]).toEqual([true, { x: 70, y: 50 }]);
  });

  test.each<[PointerButton, ToolId]>([
    ['left', 'rectangle'],
    ['middle', 'rectangle'],
    ['right', 'brush'],
    ['right', 'rectangle'],
    ['right', 'select'],
    ['penEraser', 'eraser'],
    ['penEraser', 'move'],
  ])('of the %s button with the %s over a result pans and draws nothing', (button, tool) => {
    editor.pickTool(tool);
    look();
    const { document, tool: before } = editor.getState();
    expect(dragBy(button, [300, 300], [340, 330])).toBe(true);
    expect([origin(), editor.getState().document === document]).toEqual([{ x: 70, y: 50 }, true]);
    expect(editor.getState()).toMatchObject({ tool: before, heldTool: null, isPointerDown: false });
  });

  test('is taken by the tool of the right button and of a pen’s eraser where it works with them', () => {
    const takers = (button: PointerButton) =>
      Object.keys(tools).filter((id) => {
        editor.transact((state) => ({ ...state, tool: { id: id as ToolId, session: { phase: 'idle' } } }));
        return isPressTaken(button, editor.getState());
      });
    const all = Object.keys(tools);
    expect({
      left: takers('left'),
      middle: takers('middle'),
      right: takers('right'),
      penEraser: takers('penEraser'),
      other: takers('other'),
    }).toEqual({
      left: all,
      middle: all,
      right: ['brush', 'eraser'],
      penEraser: ['brush', 'eraser'],
      other: [],
    });
  });

  test('of a button that leads back and forth in the browser is left to it, over a result as well', () => {
    look();
    expect(dragBy('other', [300, 300], [340, 330])).toBe(false);
    expect([origin(), editor.getState().isPointerDown]).toEqual([{ x: 30, y: 20 }, false]);
  });

  test('that is not taken is nothing', () => {
    const before = editor.getState();
    expect(editor.dispatch({ type: 'press', button: 'right', clicks: 1, ...pointerAt(0, 0) })).toBe(false);
    expect(editor.getState()).toBe(before);
  });
});

describe('a press while something is tried out', () => {
  const tried = () => addRegion(editor.getState().document, [box(300, 300, 20, 20)]);

  test('applies that first, as a step of its own, and says so', () => {
    editor.pickTool('rectangle');
    openTrial(editor, tried());
    const before = steps();
    dragBy('left', [230, 220], [330, 260]);
    expect(rings().slice(2)).toEqual([[box(300, 300, 20, 20)], [box(100, 100, 50, 20)]]);
    expect([steps(), editor.getState().notice]).toEqual([before + 2, { tone: 'info', code: 'trialApplied' }]);
  });

  test.each<[string, PointerButton, ToolId]>([
    ['with a tool that only moves the view', 'left', 'pan'],
    ['of the middle button', 'middle', 'rectangle'],
  ])('%s leaves it to be tried further', (_, button, tool) => {
    editor.pickTool(tool);
    openTrial(editor, tried());
    const { trial, document } = editor.getState();
    dragBy(button, [300, 300], [340, 330]);
    expect(editor.getState()).toMatchObject({ trial, document, maskPanel: 'grow' });
    expect(origin()).toEqual({ x: 70, y: 50 });
  });

  test('comes after it where it is not worked out yet', async () => {
    editor.pickTool('rectangle');
    editor.transact(selectOnly(['region-1']));
    editor.transact(openMaskPanel('grow'));
    editor.transact(tryOperation('grow', 10));
    dragBy('left', [230, 220], [330, 260]);
    expect([rings().length, editor.getState().isPointerDown]).toEqual([2, false]);
    for (const call of calls) await call.answer();
    expect(rings()[0]?.[0]?.some(({ x }) => x === 0)).toBe(true);
    expect(rings()[2]).toEqual([box(100, 100, 50, 20)]);
  });
});

describe('a pointer', () => {
  test('that moves is where it is, and was where its trail says', () => {
    editor.pickTool('brush');
    editor.dispatch({ type: 'press', button: 'left', clicks: 1, ...pointerAt(30, 20) });
    editor.dispatch({
      type: 'move',
      trail: [
        { x: 40, y: 20 },
        { x: 50, y: 40 },
      ],
      ...pointerAt(50, 40, { pressure: 0.7, modifiers: { ...noModifiers, shift: true } }),
    });
    expect(pointer()).toMatchObject({
      point: { x: 10, y: 10 },
      screen: { x: 50, y: 40 },
      trail: [
        { x: 5, y: 0 },
        { x: 10, y: 10 },
      ],
      modifiers: { shift: true },
      pressure: 0.7,
      unitsPerPixel: 0.5,
    });
  });

  test('that is lost ends its gesture where it was last seen', () => {
    editor.pickTool('rectangle');
    editor.dispatch({ type: 'press', button: 'left', clicks: 1, ...pointerAt(230, 220) });
    editor.dispatch({ type: 'move', trail: [{ x: 330, y: 260 }], ...pointerAt(330, 260) });
    expect(editor.dispatch({ type: 'lose' })).toBe(true);
    expect([rings()[2], editor.getState().isPointerDown]).toEqual([[box(100, 100, 50, 20)], false]);
  });

  test('that is lost while it rests is nothing', () => {
    stagePointer(editor).moveTo(10, 10);
    const before = editor.getState();
    expect([editor.dispatch({ type: 'lose' }), editor.getState() === before]).toEqual([false, true]);
  });

  test('that leaves is not there any more, but for one that is pressed', () => {
    stagePointer(editor).moveTo(10, 10);
    editor.dispatch({ type: 'leave' });
    expect(pointer()).toBeNull();
    stagePointer(editor).press(10, 10);
    editor.dispatch({ type: 'leave' });
    expect(pointer()).toMatchObject({ point: { x: 10, y: 10 } });
  });

  test('at rest tells the tool of a modifier, and one that is away does not', () => {
    const shift = { ...noModifiers, shift: true };
    const before = editor.getState();
    expect(editor.dispatch({ type: 'modifiers', modifiers: shift })).toBe(false);
    expect(editor.getState()).toBe(before);

    editor.pickTool('rectangle');
    stagePointer(editor).press(100, 100);
    stagePointer(editor).moveTo(150, 120);
    expect(editor.dispatch({ type: 'modifiers', modifiers: shift })).toBe(true);
    expect(pointer()).toMatchObject({ point: { x: 150, y: 120 }, modifiers: shift });
    stagePointer(editor).release(150, 120, shift);
    expect(rings()[2]).toEqual([box(100, 100, 50, 50)]);
  });
});

describe('the menu', () => {
  const menuAt = (x: number, y: number, by: 'pointer' | 'longPress' | 'key') =>
    editor.dispatch({ type: 'menu', at: { x, y }, by });
  const menu = () => editor.getState().stageMenu;

  test('comes up where a pointer asks for it, over what is selected by that', () => {
    expect(menuAt(270, 80, 'pointer')).toBe(true);
    expect([menu(), selected()]).toEqual([{ x: 270, y: 80 }, ['region-2']]);
  });

  test('comes up by the key over what is selected already', () => {
    editor.transact(selectOnly(['region-1']));
    expect(menuAt(270, 80, 'key')).toBe(true);
    expect([menu(), selected()]).toEqual([{ x: 270, y: 80 }, ['region-1']]);
  });

  test.each<ToolId>(['polygon', 'lasso', 'rectangle', 'select', 'move'])(
    'takes the press back with which a finger of the %s tool asked for it',
    (tool) => {
      editor.pickTool(tool);
      const { document } = editor.getState();
      stagePointer(editor).press(120, 30);
      expect(menuAt(270, 80, 'longPress')).toBe(true);
      expect(editor.getState()).toMatchObject({
        document,
        isPointerDown: false,
        tool: { id: 'select', session: { phase: 'idle' } },
        stageMenu: { x: 270, y: 80 },
        selection: { regionIds: ['region-2'] },
      });
    },
  );

  test('takes a press back that is still to come after a worker’s work', async () => {
    brushAlong(editor, 200);
    editor.pickTool('lasso');
    stagePointer(editor).press(120, 30);
    expect(menuAt(270, 80, 'longPress')).toBe(false);
    expect(editor.getState().isPointerDown).toBe(false);
    await calls[0]?.answer();
    expect(editor.getState()).toMatchObject({
      tool: { id: 'select', session: { phase: 'idle' } },
      stageMenu: { x: 270, y: 80 },
    });
    expect(rings()).toHaveLength(3);
  });

  test.each(['pointer', 'key'] as const)('stays away by the %s in the middle of a gesture', (by) => {
    editor.pickTool('polygon');
    stagePointer(editor).click(10, 100);
    const before = editor.getState();
    expect([menuAt(270, 80, by), editor.getState() === before]).toEqual([false, true]);
  });

  test('stays away over a result, and where the right button is the tool’s', () => {
    look();
    expect([menuAt(270, 80, 'pointer'), menu()]).toEqual([false, null]);
    editor.pickTool('brush');
    expect([menuAt(270, 80, 'pointer'), menu()]).toEqual([false, null]);
  });
});

describe('a step of the wheel', () => {
  const step = () => editor.dispatch({ type: 'wheelStep', step: 1 });
  const size = () => editor.getState().options.brushSize;

  test('is handled by a tool that has something to set by it', () => {
    editor.pickTool('brush');
    const before = size();
    expect([step(), size() > before]).toEqual([true, true]);
  });

  test('is nobody’s where the tool has nothing, and over a result', () => {
    editor.pickTool('rectangle');
    const before = editor.getState();
    expect([step(), editor.getState().options]).toEqual([false, before.options]);
    editor.pickTool('brush');
    look();
    expect([step(), editor.getState().options]).toEqual([false, before.options]);
  });

  test('counts once while a worker is at something: by the tool, or for the view', async () => {
    editor.pickTool('brush');
    editor.applyOperation('invert');
    const before = size();
    expect([step(), size() > before]).toEqual([true, true]);
    const after = size();
    await calls[0]?.answer();
    expect(size()).toBe(after);

    brushAlong(editor, 200);
    expect(step()).toBe(false);
    await calls[1]?.answer();
    expect(size()).toBe(after);
  });
});

describe('a key', () => {
  const key = (name: string) => editor.dispatch({ type: 'key', key: name, modifiers: noModifiers });

  test('Tab is handled from region to region, and not past the last', () => {
    editor.pickTool('select');
    expect([key('Tab'), selected()]).toEqual([true, ['region-1']]);
    expect([key('Tab'), selected()]).toEqual([true, ['region-2']]);
    expect([key('Tab'), selected()]).toEqual([false, ['region-2']]);
  });

  test('is handled where it changes the document', () => {
    editor.pickTool('select');
    expect(key('ArrowRight')).toBe(false);
    editor.transact(selectOnly(['region-1']));
    expect([key('ArrowRight'), rings()[0]]).toEqual([true, [box(11, 10, 50, 50)]]);
  });

  test('is handled where a worker works out what it changes', async () => {
    editor.transact(onDocument((document) => addRegion(document, [star(600, { x: 300, y: 200 }, 100)])));
    editor.pickTool('select');
    const vertices = [{ regionId: 'region-3', ring: 0, index: 0 }];
    editor.transact((state) => ({ ...state, selection: { regionIds: ['region-3'], vertices } }));
    const { document } = editor.getState();
    expect([key('ArrowRight'), calls.length, editor.getState().document === document]).toEqual([
      true,
      1,
      true,
    ]);
    await calls[0]?.answer();
    expect(editor.getState().document === document).toBe(false);
  });

  test('that means nothing to the tool is not handled', () => {
    expect(key('F7')).toBe(false);
  });
});

describe('Escape', () => {
  test('leads back from a result and leaves alone what the tool is in the middle of', () => {
    editor.pickTool('polygon');
    stagePointer(editor).click(10, 100);
    look();
    const { tool } = editor.getState();
    expect(editor.dispatch({ type: 'cancel' })).toBe(true);
    expect(editor.getState()).toMatchObject({ shownResult: null, tool });
    expect(editor.dispatch({ type: 'cancel' })).toBe(true);
    expect(editor.getState().tool).toEqual({ id: 'polygon', session: { phase: 'idle' } });
  });
});

test('Enter and Delete are the tool’s', () => {
  editor.pickTool('polygon');
  const mouse = stagePointer(editor);
  mouse.click(10, 100);
  mouse.click(10, 200);
  mouse.click(110, 200);
  mouse.click(110, 100);
  expect(editor.dispatch({ type: 'delete' })).toBe(true);
  expect(editor.dispatch({ type: 'confirm' })).toBe(true);
  expect(rings()[2]?.[0]).toHaveLength(3);
});

test('two fingers and the wheel move the view and nothing else', () => {
  const { document, tool } = editor.getState();
  expect([
    editor.dispatch({ type: 'panView', offset: { x: 4, y: -6 } }),
    editor.dispatch({ type: 'zoomView', at: { x: 34, y: 14 }, factor: 2 }),
  ]).toEqual([true, true]);
  expect(editor.getState()).toMatchObject({ document, tool, view: { zoom: 4, origin: { x: 34, y: 14 } } });
});
