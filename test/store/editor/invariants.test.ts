import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { type EditorState, initialState } from '../../../src/store/editor/editorState.ts';
import { startHistory, undo } from '../../../src/store/editor/history.ts';
import { keepInvariants } from '../../../src/store/editor/invariants.ts';
import { panBy } from '../../../src/store/editor/viewChanges.ts';
import { tools } from '../../../src/tools/registry.ts';
import { noModifiers } from '../../../src/tools/tool.ts';

const [first, second, third] = [1, 2, 3].map(
  (width): Document => ({ ...emptyDocument, canvas: { width, height: 1 } }),
);
const pointer = {
  point: { x: 10, y: 10 },
  screen: { x: 10, y: 10 },
  modifiers: noModifiers,
  pressure: 0.5,
  isSecondary: false,
  isTouch: false,
  unitsPerPixel: 1,
};
const start: EditorState = { ...initialState, document: first ?? emptyDocument, pointer };

function changedTo(state: EditorState, document: Document | undefined): EditorState {
  return keepInvariants(state, { ...state, document: document ?? emptyDocument }, false);
}

describe('a document that differs', () => {
  test('is one step, which leads back to the one before', () => {
    const after = changedTo(changedTo(start, second), third);
    expect([after.history.past.length, undo(after).document]).toEqual([2, second]);
  });

  test('is none where the change deals with the history itself', () => {
    const changed = changedTo(start, second);
    const undone = keepInvariants(changed, undo(changed), false);
    expect([undone.history.past.length, undone.history.future.length]).toEqual([0, 1]);
    const begun = keepInvariants(
      changed,
      startHistory({ ...changed, document: third ?? emptyDocument }),
      false,
    );
    expect(begun.history).toEqual({ past: [], future: [] });
  });

  test('takes away what could be redone', () => {
    const undone = undo(changedTo(start, second));
    expect(changedTo(undone, third).history.future).toEqual([]);
  });
});

test('whatever leaves document, selection and view alone is left alone', () => {
  const after = { ...start, isMaskShown: true };
  expect(keepInvariants(start, after, false)).toBe(after);
});

describe('a view that moves under the pointer', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    ['is told to the tool', false, 1],
    ['is not told to one whose session a worker has', true, 0],
  ])('%s', (_, isWorking, times) => {
    const handle = vi.spyOn(tools.move, 'handle');
    const after = keepInvariants(start, panBy({ x: 4, y: 0 })(start), isWorking);
    expect(handle).toHaveBeenCalledTimes(times);
    expect(after.pointer).toEqual({ ...pointer, point: { x: 6, y: 10 } });
  });

  test('is told to a tool that is held, also meanwhile', () => {
    const handle = vi.spyOn(tools.pan, 'handle');
    const held = { ...start, heldTool: { id: 'pan', session: tools.pan.idle } } as const;
    keepInvariants(held, panBy({ x: 4, y: 0 })(held), true);
    expect(handle).toHaveBeenCalledTimes(1);
  });
});
