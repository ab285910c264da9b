/** A drawing that takes long to work out: what is done meanwhile, and what becomes of it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { removeRegions } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { duplicateSelection } from '../../../src/store/editor/clipboard.ts';
import { tools } from '../../../src/tools/registry.ts';
import {
  noModifiers,
  type Tool,
  type ToolContext,
  type ToolEvent,
  type ToolResult,
} from '../../../src/tools/tool.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

type Call = {
  readonly context: ToolContext;
  answer(): void;
  fail(): void;
};

let editor: Editor;
let calls: Call[];

beforeEach(async () => {
  calls = [];
  editor = createTestEditor({
    tools: {
      handle: (id, session, event, context) =>
        new Promise<ToolResult<Tool['idle']>>((resolve, reject) => {
          const tool: Tool = tools[id];
          const answer = () => resolve(tool.handle(session, event, context));
          calls.push({ context, answer, fail: () => reject(new Error('The worker broke down.')) });
        }),
      close: () => undefined,
    },
  });
  await openPhotograph(editor);
});

const at = (x: number, y: number) => ({
  point: { x, y },
  screen: { x, y },
  modifiers: noModifiers,
  unitsPerPixel: 1,
  pressure: 0.5,
  isSecondary: false,
});

/** A wave of 300 points along a line at that height. */
function brushAlong(y: number) {
  editor.tool.pick('brush');
  const trail = Array.from({ length: 300 }, (_, step) => ({ x: 10 + step, y: y + 5 * Math.sin(step / 9) }));
  editor.tool.send({ type: 'down', clicks: 1, ...at(10, y) });
  editor.tool.send({ type: 'move', trail, ...at(309, y) });
  editor.tool.send({ type: 'up', ...at(309, y) });
}

function dragBox(from: readonly [number, number], to: readonly [number, number]) {
  const events: ToolEvent[] = [
    { type: 'down', clicks: 1, ...at(...from) },
    { type: 'move', trail: [{ x: to[0], y: to[1] }], ...at(...to) },
    { type: 'up', ...at(...to) },
  ];
  for (const event of events) editor.tool.send(event);
}

const names = () => editor.documents.getState().document.regions.map(({ name }) => name);
const phase = () => editor.session.getState().tool.session.phase;
const steps = () => editor.documents.temporal.getState().pastStates.length;

async function answered(count: number) {
  await vi.waitFor(() => expect(calls).toHaveLength(count));
  calls[count - 1]?.answer();
}

describe('a stroke of many points', () => {
  test('stays drawn as it was until it is worked out, and then is one step', async () => {
    const before = steps();
    brushAlong(100);
    expect([phase(), names()]).toEqual(['drawing', []]);
    await answered(1);
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    expect([names(), steps()]).toEqual([['Region 1'], before + 1]);
  });

  test('lets what is drawn next wait for its turn', async () => {
    brushAlong(100);
    editor.tool.pick('rectangle');
    dragBox([350, 10], [400, 60]);
    expect(names()).toEqual([]);
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
    expect(editor.session.getState().tool.id).toBe('rectangle');
  });

  test('is followed by a second one, which is worked out in its turn', async () => {
    brushAlong(100);
    brushAlong(300);
    expect(calls).toHaveLength(1);
    await answered(1);
    await answered(2);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
    expect(calls[1]?.context.document.regions).toHaveLength(1);
  });

  test('is undone by an undo that comes before it is there', async () => {
    brushAlong(100);
    editor.undo();
    await answered(1);
    await vi.waitFor(() => expect(editor.documents.temporal.getState().futureStates).toHaveLength(1));
    expect([phase(), names()]).toEqual(['idle', []]);
  });

  test('does not stop the view from being moved meanwhile', async () => {
    brushAlong(100);
    editor.tool.hold('pan');
    const { x } = editor.session.getState().view.origin;
    dragBox([0, 0], [30, 0]);
    editor.tool.release();
    expect(editor.session.getState().view.origin.x).toBe(x + 30);
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1']));
  });

  test('comes before what is done to the mask meanwhile, also when it is undone', async () => {
    editor.tool.pick('rectangle');
    dragBox([350, 10], [400, 60]);
    brushAlong(300);
    editor.commit((document) => removeRegions(document, ['region-1']));
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 2']));
    editor.undo();
    expect(names()).toEqual(['Region 1', 'Region 2']);
  });

  test('is worked out here where the worker fails', async () => {
    brushAlong(100);
    calls[0]?.fail();
    await vi.waitFor(() => expect(names()).toEqual(['Region 1']));
  });

  test('is in the document from which another photograph leads away', async () => {
    brushAlong(100);
    await editor.openImage(new File(['other'], 'other.jpg'));
    await answered(1);
    await vi.waitFor(() => expect(editor.documents.getState().document.image?.name).toBe('other.jpg'));
    expect(names()).toEqual([]);
    editor.undo();
    expect(names()).toEqual(['Region 1']);
  });

  test('is in what is sent right after it, whatever follows', async () => {
    const sent: string[][] = [];
    brushAlong(100);
    editor.tool.settle(() => sent.push(names()));
    editor.undo();
    await answered(1);
    await vi.waitFor(() => expect(sent).toEqual([['Region 1']]));
    expect(names()).toEqual([]);
  });

  test('warns before the page is left without it', async () => {
    expect(editor.isLossAhead()).toBe(false);
    brushAlong(100);
    expect(editor.isLossAhead()).toBe(true);
    await answered(1);
    await vi.waitFor(() => expect(editor.isLossAhead()).toBe(false));
  });

  test('leaves the pointer where it is seen meanwhile', async () => {
    const pointer = () => editor.session.getState().pointer?.point;
    brushAlong(100);
    editor.tool.send({ type: 'move', trail: [{ x: 500, y: 200 }], ...at(500, 200) });
    expect(pointer()).toEqual({ x: 500, y: 200 });
    editor.tool.leave();
    await answered(1);
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    expect(pointer()).toBeUndefined();
  });

  test('is duplicated by a press of the keys that comes before it is there', async () => {
    brushAlong(100);
    duplicateSelection(editor);
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
  });

  test('holds nothing up for good, not even where what waits fails', async () => {
    brushAlong(100);
    editor.tool.inTurn(() => {
      throw new Error('of this test');
    });
    editor.undo();
    const failure = new Promise((resolve) => process.once('unhandledRejection', resolve));
    await answered(1);
    expect(await failure).toMatchObject({ message: 'of this test' });
    expect([phase(), names()]).toEqual(['idle', []]);
  });
});

test('a short stroke is worked out at once', () => {
  editor.tool.pick('brush');
  dragBox([10, 10], [60, 60]);
  expect([calls.length, names()]).toEqual([0, ['Region 1']]);
});
