import { beforeEach, describe, expect, test } from 'vitest';
import { addRegions, setRegionHidden } from '../../../src/model/document/regions.ts';
import { growRegions } from '../../../src/model/mask/operations/reshapeRegions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { triedDocument } from '../../../src/store/editor/editorState.ts';
import { onDocument, selectOnly } from '../../../src/store/editor/regionChanges.ts';
import { closeMaskPanel, openMaskPanel, tryOperation } from '../../../src/store/editor/trial.ts';
import type { LateCall } from '../../helpers/lateAnswers.ts';
import { openLateEditor } from '../../helpers/lateEditor.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

let editor: Editor;
let calls: LateCall[];

/** Two regions that overlap, and one apart. */
beforeEach(async () => {
  ({ editor, calls } = await openLateEditor());
  const rings = [[box(10, 10, 50, 50)], [box(40, 10, 50, 50)], [box(200, 10, 50, 50)]];
  editor.transact(onDocument((document) => addRegions(document, rings)));
});

const document = () => editor.getState().document;
const shown = () => triedDocument(editor.getState());
const ids = () => document().regions.map(({ id }) => id);
const selected = () => editor.getState().selection;
const steps = () => editor.getState().history.past.length;
/** The amounts that the worker has been asked for so far. */
const amounts = () => calls.map(({ given }) => given[3]);
const grown = (px: number) => growRegions(document(), ['region-1'], px);

function tryGrowing(...px: readonly number[]) {
  editor.transact(selectOnly(['region-1']));
  editor.transact(openMaskPanel('grow'));
  for (const amount of px) editor.transact(tryOperation('grow', amount));
}

describe('what is tried out', () => {
  test('is shown once a worker has found out what it comes to, and is not in the document', async () => {
    const before = document();
    tryGrowing(5);
    expect(shown()).toBe(before);
    await calls[0]?.answer();
    expect(shown()).toEqual(grown(5));
    expect(document()).toBe(before);
    expect(calls.map(({ given }) => given)).toEqual([['grow', before, ['region-1'], 5]]);
  });

  test('is asked for one amount at a time; those overtaken meanwhile never are', async () => {
    tryGrowing(1, 2, 3, 4);
    expect(amounts()).toEqual([1]);
    await calls[0]?.answer();
    expect([amounts(), shown()]).toEqual([[1, 4], grown(1)]);
    await calls[1]?.answer();
    expect([amounts(), shown()]).toEqual([[1, 4], grown(4)]);
  });

  test('is worked out here where the worker fails, and the next is asked of the worker again', async () => {
    tryGrowing(5);
    await calls[0]?.fail();
    expect(shown()).toEqual(grown(5));
    editor.transact(tryOperation('grow', 6));
    await calls[1]?.answer();
    expect(shown()).toEqual(grown(6));
  });

  test('is found out anew where other regions are selected', async () => {
    tryGrowing(5);
    await calls[0]?.answer();
    editor.transact(selectOnly(['region-2', 'region-3']));
    await calls[1]?.answer();
    expect(shown()).toEqual(growRegions(document(), ['region-2', 'region-3'], 5));
  });

  test('is nothing any more once its panel is closed, whatever is answered late', async () => {
    tryGrowing(5);
    editor.transact(closeMaskPanel);
    await calls[0]?.answer();
    expect(editor.getState()).toMatchObject({ trial: null, maskPanel: null });
    editor.transact(openMaskPanel('shrink'));
    editor.transact(tryOperation('shrink', 5));
    expect(calls.map(({ given }) => given[0])).toEqual(['grow', 'shrink']);
  });

  test('of one operation is not what is answered late of another', async () => {
    const before = document();
    tryGrowing(5);
    editor.transact(openMaskPanel('shrink'));
    editor.transact(tryOperation('shrink', 5));
    await calls[0]?.answer();
    expect(shown()).toBe(before);
    await calls[1]?.answer();
    expect(shown()).toEqual(growRegions(before, ['region-1'], -5));
  });
});

describe('Apply', () => {
  test('makes what is shown one undo step, with the same regions selected, and closes the panel', async () => {
    const before = document();
    tryGrowing(5);
    await calls[0]?.answer();
    const past = steps();
    const expected = grown(5);
    editor.applyTrial();
    expect(document()).toEqual(expected);
    expect([steps(), selected()]).toEqual([past + 1, { regionIds: ['region-1'], vertices: [] }]);
    expect(editor.getState()).toMatchObject({ maskPanel: null, trial: null, notice: null });
    editor.undo();
    expect(document()).toBe(before);
  });

  test('before the newest amount is worked out applies that one, and nothing that comes after', async () => {
    tryGrowing(1, 2, 3);
    const expected = grown(3);
    const past = steps();
    editor.applyTrial();
    editor.transact(tryOperation('grow', 9));
    expect([amounts(), editor.isWorking(), steps()]).toEqual([[1, 3], true, past]);
    for (const call of calls) await call.answer();
    expect(document()).toEqual(expected);
    expect([steps(), editor.getState().trial, amounts()]).toEqual([past + 1, null, [1, 3]]);
  });

  test('is worked out here where the worker fails, or where the page goes', async () => {
    tryGrowing(3);
    const expected = grown(3);
    editor.applyTrial();
    for (const call of calls) await call.fail();
    expect(document()).toEqual(expected);

    editor.undo();
    tryGrowing(3);
    editor.applyTrial();
    editor.finishWork();
    expect(document()).toEqual(expected);
  });

  test('is taken back by an undo that comes before it is there', async () => {
    const before = document();
    tryGrowing(3);
    editor.applyTrial();
    editor.undo();
    for (const call of calls) await call.answer();
    expect([document(), editor.getState().history.future.length]).toEqual([before, 1]);
  });

  test('of an amount that changes nothing leaves the panel open', async () => {
    tryGrowing(0);
    await calls[0]?.answer();
    const past = steps();
    editor.applyTrial();
    expect([steps(), editor.getState().maskPanel]).toEqual([past, 'grow']);
  });

  test('of a border selects what it adds', async () => {
    editor.transact(openMaskPanel('border'));
    editor.transact(tryOperation('border', 10));
    await calls[0]?.answer();
    editor.applyTrial();
    expect([ids().at(-1), selected().regionIds]).toEqual(['region-4', ['region-4']]);
  });
});

describe('an operation', () => {
  test('is done to the selected regions, as one undo step', async () => {
    const before = document();
    const past = steps();
    editor.transact(selectOnly(['region-1', 'region-2']));
    editor.applyOperation('unite');
    expect([document(), editor.isWorking()]).toEqual([before, true]);
    await calls[0]?.answer();
    expect(document().regions.map(({ id, rings }) => [id, rings])).toEqual([
      ['region-1', [box(10, 10, 80, 50)]],
      ['region-3', [box(200, 10, 50, 50)]],
    ]);
    expect([steps(), selected()]).toEqual([past + 1, { regionIds: ['region-1'], vertices: [] }]);
    editor.undo();
    expect(document()).toBe(before);
  });

  test('is done to all that are not hidden where none is selected', async () => {
    editor.transact(onDocument((each) => setRegionHidden(each, 'region-3', true)));
    editor.applyOperation('clear');
    expect(calls[0]?.given[2]).toEqual(['region-1', 'region-2']);
  });

  test('that would leave nothing is refused where there is a word for it', async () => {
    const before = document();
    editor.transact(selectOnly(['region-1', 'region-3']));
    editor.applyOperation('intersect', 'nothingInCommon');
    await calls[0]?.answer();
    expect(document()).toBe(before);
    expect(editor.getState().notice).toEqual({
      tone: 'info',
      code: 'nothingLeft',
      loss: 'nothingInCommon',
    });
  });

  test('may leave nothing where there is none', async () => {
    editor.applyOperation('clear');
    await calls[0]?.answer();
    expect([ids(), editor.getState().notice]).toEqual([[], null]);
  });

  test('is done here where the worker fails', async () => {
    editor.applyOperation('unite');
    await calls[0]?.fail();
    expect(ids()).toEqual(['region-1']);
  });

  test('is done to what the one before it has left', async () => {
    editor.applyOperation('unite');
    editor.applyOperation('split');
    await calls[0]?.answer();
    expect(calls[1]?.given[1]).toBe(document());
    await calls[1]?.answer();
    expect(ids()).toHaveLength(2);
  });

  test('waits for the end of a shape', () => {
    editor.pickTool('polygon');
    stagePointer(editor).click(10, 100);
    editor.applyOperation('unite');
    expect([calls, editor.getState().notice]).toEqual([[], { tone: 'info', code: 'finishShapeFirst' }]);
  });
});
