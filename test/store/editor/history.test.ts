import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { packDocument } from '../../../src/model/document/packDocument.ts';
import { addRegion, moveRegions } from '../../../src/model/document/regions.ts';
import { type Change, initialState } from '../../../src/store/editor/editorState.ts';
import { redo, startHistory, undo, withStep } from '../../../src/store/editor/history.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

const first = addRegion(emptyDocument, [box(0, 0, 100, 100), box(20, 20, 10, 10).toReversed()]);
const second = addRegion(first, [box(200, 0, 50, 50)]);
const third = moveRegions(second, ['region-2'], { x: 7, y: -3 });

/** Of copies, which no other test has stepped over. */
function historyOf(originals: readonly Document[]) {
  const documents = originals.map((document) => ({ ...document }));
  const [start = emptyDocument, ...others] = documents;
  let state = startHistory({ ...initialState, document: start });
  for (const document of others) {
    state = { ...state, document, history: withStep(state.history, state.document) };
  }
  const step =
    (change: Change) =>
    (times = 1) => {
      for (let time = 0; time < times; time += 1) state = change(state);
    };
  return { documents, undo: step(undo), redo: step(redo), current: () => state.document };
}

/** As if whatever was stepped over had been collected. */
function forgetDocuments() {
  vi.stubGlobal(
    'WeakRef',
    class {
      deref() {
        return undefined;
      }
    },
  );
}

describe('the history', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('brings a document back that nobody holds any more, equal in everything', () => {
    forgetDocuments();
    const { undo, redo, current } = historyOf([first, second, third]);
    undo();
    expect(current()).toStrictEqual(second);
    undo();
    expect(current()).toStrictEqual(first);
    redo(2);
    expect(current()).toStrictEqual(third);
  });

  test('brings back the very document that somebody holds', () => {
    const { documents, undo, redo, current } = historyOf([first, second, third]);
    undo(2);
    expect(current()).toBe(documents[0]);
    redo();
    expect(current()).toBe(documents[1]);
  });

  test('leaves selected what the document has, and no vertices, which may be other ones', () => {
    const selection = {
      regionIds: ['region-1', 'region-2'],
      vertices: [{ regionId: 'region-1', ring: 0, index: 0 }],
    };
    const history = withStep(startHistory(initialState).history, first);
    const undone = undo({ ...initialState, document: second, history, selection });
    expect(undone.selection).toEqual({ regionIds: ['region-1'], vertices: [] });
    expect(redo({ ...undone, selection }).selection).toEqual({
      regionIds: ['region-1', 'region-2'],
      vertices: [],
    });
  });

  test('has no step for the document that is there already', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    const { past } = editor.getState().history;
    editor.transact(onDocument((document) => document));
    expect(editor.getState().history.past).toBe(past);
  });
});

test('steps share the regions that they have in common', () => {
  const [before, after] = [packDocument(second), packDocument(third)];
  expect(after.regions[0]).toBe(before.regions[0]);
  expect(after.regions[1]).not.toBe(before.regions[1]);
});
