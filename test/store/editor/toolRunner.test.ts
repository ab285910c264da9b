import { describe, expect, test, vi } from 'vitest';
import type { Editor } from '../../../src/store/createEditor.ts';
import { isInGesture } from '../../../src/store/editor/editorState.ts';
import { holdTool, releaseTool } from '../../../src/store/editor/toolEvents.ts';
import { noModifiers } from '../../../src/tools/tool.ts';
import { openLateEditor } from '../../helpers/lateEditor.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';
import { star } from '../../model/geometry/rings/ringFixtures.ts';

const click = (editor: Editor, x: number, y: number) => stagePointer(editor).click(x, y);

const ringsOf = (editor: Editor) => editor.getState().document.regions.map((region) => region.rings);

describe('the runner of tools', () => {
  test('makes one undo step of a drawn rectangle', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.pickTool('rectangle');
    const steps = editor.getState().history.past.length;

    stagePointer(editor).drag([10, 10], [110, 60]);

    expect(ringsOf(editor)).toHaveLength(1);
    expect(editor.getState().history.past).toHaveLength(steps + 1);
    editor.undo();
    expect(ringsOf(editor)).toEqual([]);
  });

  test('lets the view be panned in the middle of a polygon, which then goes on', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.pickTool('polygon');
    click(editor, 10, 10);
    click(editor, 200, 10);

    editor.transact(holdTool('pan'), 'atOnce');
    const before = editor.getState().view.origin;
    stagePointer(editor).drag([0, 0], [30, 40]);
    editor.transact(releaseTool, 'atOnce');

    const { origin } = editor.getState().view;
    expect({ x: origin.x - before.x, y: origin.y - before.y }).toEqual({ x: 30, y: 40 });
    click(editor, 100, 150);
    editor.dispatch({ type: 'confirm' });
    expect(ringsOf(editor)[0]?.[0]).toHaveLength(3);
  });

  test('keeps a drag with its tool when another is held or released in its middle', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.pickTool('rectangle');

    stagePointer(editor).press(10, 10);
    editor.transact(holdTool('pan'), 'atOnce');
    stagePointer(editor).moveTo(60, 60);
    stagePointer(editor).release(60, 60);
    expect(ringsOf(editor)).toHaveLength(1);

    editor.transact(holdTool('pan'), 'atOnce');
    stagePointer(editor).press(0, 0);
    editor.transact(releaseTool, 'atOnce');
    expect(editor.getState().heldTool?.id).toBe('pan');
    stagePointer(editor).release(5, 5);
    expect(editor.getState().heldTool).toBeNull();
  });

  test('steps an unfinished polygon back by one point before it touches the document', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.pickTool('polygon');
    const before = editor.getState().document;
    click(editor, 10, 10);
    click(editor, 200, 10);

    editor.undo();
    expect(isInGesture(editor.getState())).toBe(true);
    editor.undo();
    expect(isInGesture(editor.getState())).toBe(false);
    expect(editor.getState().document).toBe(before);
  });

  test('keeps at least 500 steps of history, each exactly what it was', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    const documents = [editor.getState().document];
    for (let step = 1; step <= 600; step += 1) {
      editor.dispatch({ type: 'key', key: 'ArrowRight', modifiers: noModifiers });
      documents.push(editor.getState().document);
    }
    expect(new Set(documents).size).toBe(601);

    for (const document of documents.toReversed().slice(1)) {
      editor.undo();
      expect(editor.getState().document).toBe(document);
    }
    for (const document of documents.slice(1)) {
      editor.redo();
      expect(editor.getState().document).toBe(document);
    }
  });

  test('brings the answer about pixels to the tool that asked, also while another is held', async () => {
    const ring = [0, 50].flatMap((y) => [
      { x: y, y },
      { x: 50 - y, y },
    ]);
    const asked: unknown[] = [];
    const editor = createTestEditor({
      pixels: {
        similarRings: async ({ id, size }, question) => {
          asked.push([id, size, question.at]);
          return [ring];
        },
        maskParts: async () => [],
        describeMask: async () => ({ channel: 'alpha', isBlackAndWhite: true }),
        close: () => undefined,
      },
    });
    await openPhotograph(editor);
    editor.pickTool('wand');
    const { placement } = editor.getState().document;
    click(editor, placement.x + 20, placement.y + 10);
    editor.transact(holdTool('pan'), 'atOnce');
    await vi.waitFor(() => expect(ringsOf(editor)).toEqual([[ring]]));
    expect(asked).toEqual([['id of rocket.jpg', { width: 640, height: 427 }, { x: 20, y: 10 }]]);
    expect(editor.getState().heldTool?.id).toBe('pan');

    editor.changeOptions({ tolerance: 50 }, false);
    await vi.waitFor(() => expect(editor.getState().tool.session.phase).toBe('adjusting'));
    editor.changeOptions({}, true);
    await vi.waitFor(() => expect(isInGesture(editor.getState())).toBe(false));
    expect(asked).toHaveLength(2);
  });
});

describe('a click of the wand on pixels with a long outline', () => {
  const long = star(600, { x: 300, y: 200 }, 150);
  const longer = star(700, { x: 300, y: 200 }, 160);

  /** An editor whose photograph has these outlines, one for each time that it is asked. */
  async function openWand() {
    const outlines = [long, longer];
    const { editor, calls } = await openLateEditor({
      pixels: {
        similarRings: async () => [outlines.shift() ?? []],
        maskParts: async () => [],
        describeMask: async () => ({ channel: 'alpha', isBlackAndWhite: true }),
        close: () => undefined,
      },
    });
    editor.pickTool('wand');
    const { placement } = editor.getState().document;
    click(editor, placement.x + 300, placement.y + 200);
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    return { editor, calls };
  }

  test('is worked out by a worker, while whatever follows waits', async () => {
    const { editor, calls } = await openWand();
    const steps = editor.getState().history.past.length;
    editor.pickTool('rectangle');
    stagePointer(editor).drag([600, 10], [620, 20]);
    expect([ringsOf(editor), editor.getState().tool.session.phase]).toEqual([[], 'asking']);
    await calls[0]?.answer();
    expect(ringsOf(editor)[0]?.[0]).toHaveLength(long.length);
    expect([ringsOf(editor).length, editor.getState().history.past.length]).toEqual([2, steps + 2]);
  });

  test('is worked out by the page where the worker fails', async () => {
    const { editor, calls } = await openWand();
    await calls[0]?.fail();
    expect(ringsOf(editor)[0]?.[0]).toHaveLength(long.length);
  });

  test('is adjusted by a worker, too, as one step more once the slider is let go', async () => {
    const { editor, calls } = await openWand();
    await calls[0]?.answer();
    const steps = editor.getState().history.past.length;
    editor.changeOptions({ tolerance: 50 }, false);
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    await calls[1]?.answer();
    expect(ringsOf(editor)[0]?.[0]).toHaveLength(long.length);
    editor.changeOptions({}, true);
    expect(ringsOf(editor).map((rings) => rings[0]?.length)).toEqual([longer.length]);
    expect(editor.getState().history.past).toHaveLength(steps + 1);
  });
});
