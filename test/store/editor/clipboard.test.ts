import { beforeEach, describe, expect, test } from 'vitest';
import { addRegions } from '../../../src/model/document/regions.ts';
import type { Ring } from '../../../src/model/geometry/rings/ring.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  pasteText,
} from '../../../src/store/editor/clipboard.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';
import { noticeOf } from '../../helpers/toldWords.ts';

function square(x: number): Ring {
  return [
    { x, y: 10 },
    { x: x + 50, y: 10 },
    { x: x + 50, y: 60 },
    { x, y: 60 },
  ];
}

let editor: Editor;

beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  editor.transact(onDocument((document) => addRegions(document, [[square(10)], [square(110)]])));
  select('region-1');
});

const documentOf = (of: Editor) => of.getState().document;
const steps = () => editor.getState().history.past.length;
const ids = () => documentOf(editor).regions.map(({ id }) => id);
const selectedIds = () => editor.getState().selection.regionIds;
const select = (...regionIds: string[]) =>
  editor.transact((state) => ({ ...state, selection: { regionIds, vertices: [] } }));

describe('the clipboard', () => {
  test('takes regions to another document, where they are selected', async () => {
    select('region-1', 'region-2');
    const other = createTestEditor();
    await openPhotograph(other);
    expect(pasteText(other, copySelection(editor) ?? '')).toBe(true);
    expect(documentOf(other).regions).toEqual(documentOf(editor).regions);
    expect(other.getState()).toMatchObject({
      selection: { regionIds: ['region-1', 'region-2'], vertices: [] },
      tool: { id: 'select' },
    });
  });

  test('pasting beside the original is one undo step', () => {
    const before = { document: documentOf(editor), steps: steps() };
    pasteText(editor, copySelection(editor) ?? '');
    expect({ ids: ids(), selected: selectedIds(), steps: steps() - before.steps }).toEqual({
      ids: ['region-1', 'region-2', 'region-3'],
      selected: ['region-3'],
      steps: 1,
    });
    editor.undo();
    expect(documentOf(editor)).toBe(before.document);
  });

  test('cutting removes in one undo step, and pasting puts back in place', () => {
    const [cut] = documentOf(editor).regions;
    const stepsBefore = steps();
    const text = cutSelection(editor) ?? '';
    expect({ ids: ids(), selected: selectedIds(), steps: steps() - stepsBefore }).toEqual({
      ids: ['region-2'],
      selected: [],
      steps: 1,
    });
    pasteText(editor, text);
    expect(documentOf(editor).regions[1]).toMatchObject({ name: cut?.name, rings: cut?.rings });
  });

  test('with nothing selected is left alone', () => {
    select();
    expect([copySelection(editor), cutSelection(editor), ids().length]).toEqual([undefined, undefined, 2]);
  });

  test('leaves text that holds no regions to others', () => {
    expect([pasteText(editor, 'hello'), ids().length]).toEqual([false, 2]);
  });

  test('takes areas as a request has them, and refuses other JSON with a sentence', () => {
    const areas = [{ width: 640, height: 427, points: [300, 10, 300, 60, 350, 60] }];
    expect(pasteText(editor, JSON.stringify({ areas }))).toBe(true);
    expect([ids(), selectedIds()]).toEqual([['region-1', 'region-2', 'region-3'], ['region-3']]);
    expect(pasteText(editor, '{"areas": 12}')).toBe(true);
    expect(editor.getState().notice).toMatchObject({ tone: 'problem' });
    expect(ids()).toHaveLength(3);
  });

  test('without an image says what to do first', () => {
    const empty = createTestEditor();
    expect(pasteText(empty, copySelection(editor) ?? '')).toBe(true);
    expect(noticeOf(empty)).toEqual({
      tone: 'problem',
      message: 'Nothing was added: open the image first that the areas belong to.',
    });
    expect(documentOf(empty).regions).toEqual([]);
  });

  test('does nothing in the middle of a gesture', () => {
    const text = copySelection(editor) ?? '';
    editor.pickTool('select');
    stagePointer(editor).press(700, 400);
    const taken = [copySelection(editor), cutSelection(editor), pasteText(editor, text)];
    editor.transact(duplicateSelection);
    expect({ taken, ids: ids() }).toEqual({
      taken: [undefined, undefined, false],
      ids: ['region-1', 'region-2'],
    });
  });
});

describe('duplicating', () => {
  test('adds copies 10 px off and selects them, in one undo step', () => {
    const before = steps();
    editor.transact(duplicateSelection);
    expect(documentOf(editor).regions[2]).toEqual({
      id: 'region-3',
      name: 'Region 3',
      isHidden: false,
      rings: documentOf(editor).regions[0]?.rings.map((ring) =>
        ring.map(({ x, y }) => ({ x: x + 10, y: y + 10 })),
      ),
    });
    expect({ selected: selectedIds(), steps: steps() - before }).toEqual({
      selected: ['region-3'],
      steps: 1,
    });
  });

  test('nothing is no step', () => {
    select();
    const before = steps();
    editor.transact(duplicateSelection);
    expect(steps()).toBe(before);
  });
});
