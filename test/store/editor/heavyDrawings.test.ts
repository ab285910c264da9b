/** A drawing that takes long to work out: what is done meanwhile, and what becomes of it. */

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { removeRegions } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { copySelection, cutSelection, duplicateSelection } from '../../../src/store/editor/clipboard.ts';
import { addRegions, onDocument } from '../../../src/store/editor/regionChanges.ts';
import { holdTool, releaseTool } from '../../../src/store/editor/toolEvents.ts';
import type { LateCall } from '../../helpers/lateAnswers.ts';
import { brushAlong as brushEditorAlong, openLateEditor } from '../../helpers/lateEditor.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';

let editor: Editor;
let calls: LateCall[];

beforeEach(async () => {
  ({ editor, calls } = await openLateEditor());
});

const brushAlong = (y: number) => brushEditorAlong(editor, y);

function dragBox(from: readonly [number, number], to: readonly [number, number]) {
  stagePointer(editor).drag(from, to);
}

const names = () => editor.getState().document.regions.map(({ name }) => name);
const phase = () => editor.getState().tool.session.phase;
const steps = () => editor.getState().history.past.length;

async function answered(count: number) {
  await vi.waitFor(() => expect(calls).toHaveLength(count));
  await calls[count - 1]?.answer();
}

const triangle = [
  { x: 400, y: 300 },
  { x: 400, y: 400 },
  { x: 500, y: 400 },
];

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
    editor.pickTool('rectangle');
    dragBox([350, 10], [400, 60]);
    expect(names()).toEqual([]);
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
    expect(editor.getState().tool.id).toBe('rectangle');
  });

  test('is followed by a second one, which is worked out in its turn', async () => {
    brushAlong(100);
    brushAlong(300);
    expect(calls).toHaveLength(1);
    await answered(1);
    await answered(2);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
    expect(calls[1]?.given[3]).toMatchObject({ document: { regions: [{ name: 'Region 1' }] } });
  });

  test('is undone by an undo that comes before it is there', async () => {
    brushAlong(100);
    editor.undo();
    await answered(1);
    await vi.waitFor(() => expect(editor.getState().history.future).toHaveLength(1));
    expect([phase(), names()]).toEqual(['idle', []]);
  });

  test('does not stop the view from being moved meanwhile', async () => {
    brushAlong(100);
    editor.transact(holdTool('pan'), 'atOnce');
    const { x } = editor.getState().view.origin;
    dragBox([0, 0], [30, 0]);
    editor.transact(releaseTool, 'atOnce');
    expect(editor.getState().view.origin.x).toBe(x + 30);
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1']));
  });

  test('comes before what is done to the mask meanwhile, also when it is undone', async () => {
    editor.pickTool('rectangle');
    dragBox([350, 10], [400, 60]);
    brushAlong(300);
    editor.transact(onDocument((document) => removeRegions(document, ['region-1'])));
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 2']));
    editor.undo();
    expect(names()).toEqual(['Region 1', 'Region 2']);
  });

  test('is worked out here where the worker fails', async () => {
    brushAlong(100);
    await calls[0]?.fail();
    await vi.waitFor(() => expect(names()).toEqual(['Region 1']));
  });

  test('is in the document from which another photograph leads away', async () => {
    brushAlong(100);
    await editor.images.openImage(new File(['other'], 'other.jpg'));
    await answered(1);
    await vi.waitFor(() => expect(editor.getState().document.image?.name).toBe('other.jpg'));
    expect(names()).toEqual([]);
    editor.undo();
    expect(names()).toEqual(['Region 1']);
  });

  test('is in what is sent right after it, whatever follows', async () => {
    const sent: string[][] = [];
    brushAlong(100);
    editor.settle(() => sent.push(names()));
    editor.undo();
    await answered(1);
    await vi.waitFor(() => expect(sent).toEqual([['Region 1']]));
    expect(names()).toEqual([]);
  });

  test('is worked out at once where the page goes, and not a second time', async () => {
    brushAlong(100);
    await editor.flush();
    expect([names(), phase()]).toEqual([['Region 1'], 'idle']);
    const past = steps();
    await answered(1);
    await new Promise((resolve) => setTimeout(resolve));
    expect([names(), steps()]).toEqual([['Region 1'], past]);
  });

  test('is there beside the regions of a mask that is imported meanwhile', async () => {
    brushAlong(100);
    editor.transact(addRegions([[triangle]], editor.getState().document.image?.id));
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
    editor.undo();
    expect(names()).toEqual(['Region 1']);
  });

  test('can be copied, with what is selected by it, before the worker has answered', () => {
    brushAlong(100);
    expect(copySelection(editor)).toContain('Region 1');
    expect(names()).toEqual(['Region 1']);
  });

  test('can be cut before the worker has answered', () => {
    brushAlong(100);
    expect(cutSelection(editor)).toContain('Region 1');
    expect(names()).toEqual([]);
  });

  test('leaves the pointer where it is seen meanwhile', async () => {
    const pointer = () => editor.getState().pointer?.point;
    brushAlong(100);
    stagePointer(editor).moveTo(500, 200);
    expect(pointer()).toEqual({ x: 500, y: 200 });
    editor.dispatch({ type: 'leave' });
    await answered(1);
    await vi.waitFor(() => expect(phase()).toBe('idle'));
    expect(pointer()).toBeUndefined();
  });

  test('is duplicated by a press of the keys that comes before it is there', async () => {
    brushAlong(100);
    editor.transact(duplicateSelection);
    await answered(1);
    await vi.waitFor(() => expect(names()).toEqual(['Region 1', 'Region 2']));
  });

  test('holds nothing up for good, not even where what waits fails', async () => {
    brushAlong(100);
    editor.transact(() => {
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
  editor.pickTool('brush');
  dragBox([10, 10], [60, 60]);
  expect([calls.length, names()]).toEqual([0, ['Region 1']]);
});
