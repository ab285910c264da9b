import { describe, expect, test, vi } from 'vitest';
import type { Editor } from '../../../src/store/createEditor.ts';
import { noModifiers, type ToolEvent } from '../../../src/tools/tool.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

function pointer(type: 'down' | 'move' | 'up', x: number, y: number): ToolEvent {
  const point = { x, y };
  const input = {
    point,
    screen: point,
    modifiers: noModifiers,
    unitsPerPixel: 1,
    pressure: 0.5,
    isSecondary: false,
  };
  if (type === 'down') return { type, clicks: 1, ...input };
  return type === 'move' ? { type, trail: [point], ...input } : { type, ...input };
}

function click(editor: Editor, x: number, y: number) {
  editor.tool.send(pointer('down', x, y));
  editor.tool.send(pointer('up', x, y));
}

function drag(editor: Editor, from: [number, number], to: [number, number]) {
  editor.tool.send(pointer('down', ...from));
  editor.tool.send(pointer('move', ...to));
  editor.tool.send(pointer('up', ...to));
}

const ringsOf = (editor: Editor) =>
  editor.documents.getState().document.regions.map((region) => region.rings);

describe('the tool driver', () => {
  test('makes one undo step of a drawn rectangle', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.tool.pick('rectangle');
    const steps = editor.documents.temporal.getState().pastStates.length;

    drag(editor, [10, 10], [110, 60]);

    expect(ringsOf(editor)).toHaveLength(1);
    expect(editor.documents.temporal.getState().pastStates).toHaveLength(steps + 1);
    editor.undo();
    expect(ringsOf(editor)).toEqual([]);
  });

  test('lets the view be panned in the middle of a polygon, which then goes on', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.tool.pick('polygon');
    click(editor, 10, 10);
    click(editor, 200, 10);

    editor.tool.hold('pan');
    const before = editor.session.getState().view.origin;
    drag(editor, [0, 0], [30, 40]);
    editor.tool.release();

    const { origin } = editor.session.getState().view;
    expect({ x: origin.x - before.x, y: origin.y - before.y }).toEqual({ x: 30, y: 40 });
    click(editor, 100, 150);
    editor.tool.send({ type: 'confirm' });
    expect(ringsOf(editor)[0]?.[0]).toHaveLength(3);
  });

  test('keeps a drag with its tool when another is held or released in its middle', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.tool.pick('rectangle');

    editor.tool.send(pointer('down', 10, 10));
    editor.tool.hold('pan');
    editor.tool.send(pointer('move', 60, 60));
    editor.tool.send(pointer('up', 60, 60));
    expect(ringsOf(editor)).toHaveLength(1);

    editor.tool.hold('pan');
    editor.tool.send(pointer('down', 0, 0));
    editor.tool.release();
    expect(editor.session.getState().heldTool?.id).toBe('pan');
    editor.tool.send(pointer('up', 5, 5));
    expect(editor.session.getState().heldTool).toBeNull();
  });

  test('steps an unfinished polygon back by one point before it touches the document', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    editor.tool.pick('polygon');
    const before = editor.documents.getState().document;
    click(editor, 10, 10);
    click(editor, 200, 10);

    editor.undo();
    expect(editor.tool.isInGesture()).toBe(true);
    editor.undo();
    expect(editor.tool.isInGesture()).toBe(false);
    expect(editor.documents.getState().document).toBe(before);
  });

  test('keeps at least 500 steps of history, each exactly what it was', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    const documents = [editor.documents.getState().document];
    for (let step = 1; step <= 600; step += 1) {
      editor.tool.send({ type: 'key', key: 'ArrowRight', modifiers: noModifiers });
      documents.push(editor.documents.getState().document);
    }
    expect(new Set(documents).size).toBe(601);

    for (const document of documents.toReversed().slice(1)) {
      editor.undo();
      expect(editor.documents.getState().document).toBe(document);
    }
    for (const document of documents.slice(1)) {
      editor.redo();
      expect(editor.documents.getState().document).toBe(document);
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
    editor.tool.pick('wand');
    const { placement } = editor.documents.getState().document;
    click(editor, placement.x + 20, placement.y + 10);
    editor.tool.hold('pan');
    await vi.waitFor(() => expect(ringsOf(editor)).toEqual([[ring]]));
    expect(asked).toEqual([['id of rocket.jpg', { width: 640, height: 427 }, { x: 20, y: 10 }]]);
    expect(editor.session.getState().heldTool?.id).toBe('pan');

    editor.tool.changeOptions({ tolerance: 50 }, false);
    await vi.waitFor(() => expect(editor.session.getState().tool.session.phase).toBe('adjusting'));
    editor.tool.changeOptions({}, true);
    await vi.waitFor(() => expect(editor.tool.isInGesture()).toBe(false));
    expect(asked).toHaveLength(2);
  });
});
