import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { type EditorState, initialState } from '../../../src/store/editor/editorState.ts';
import {
  applyResult,
  endPress,
  followView,
  handleEvent,
  holdTool,
  placeOf,
  releaseTool,
  rememberPress,
  revokePress,
  toolContext,
  withOpenedDocument,
} from '../../../src/store/editor/toolEvents.ts';
import { emptySelection } from '../../../src/tools/selection.ts';
import { noModifiers } from '../../../src/tools/tool.ts';

const idle = { phase: 'idle' };
const placing = { phase: 'placing' };
const pointer = {
  point: { x: 10, y: 10 },
  screen: { x: 10, y: 10 },
  modifiers: noModifiers,
  pressure: 0.5,
  isSecondary: false,
  isTouch: false,
  unitsPerPixel: 1,
};
const drawing: EditorState = { ...initialState, tool: { id: 'polygon', session: placing }, pointer };
const pressing: EditorState = { ...drawing, isPointerDown: true };
const panning = { id: 'pan', session: idle } as const;

describe('a tool that is held in front of another', () => {
  test('leaves what that is in the middle of for later', () => {
    const held = holdTool('pan')(drawing);
    expect(held).toEqual({ ...drawing, heldTool: panning });
    expect([placeOf(drawing), placeOf(held)]).toEqual(['tool', 'heldTool']);
    expect(releaseTool(held)).toEqual(drawing);
  });

  test('does not come between a press and its release', () => {
    expect(holdTool('pan')(pressing)).toBe(pressing);
  });

  test('goes with the release of the pointer where it is let go before', () => {
    const held = { ...pressing, heldTool: panning };
    const pending = releaseTool(held);
    expect(pending).toEqual({ ...held, isReleasePending: true });
    expect(endPress(pending)).toEqual(drawing);
  });

  test('stays where it is held again before the release', () => {
    const pending = releaseTool({ ...pressing, heldTool: panning });
    expect(endPress(holdTool('pan')(pending))).toEqual({ ...drawing, heldTool: panning });
  });

  test('is not begun anew by a key that repeats', () => {
    const held = { ...drawing, heldTool: { id: 'pan', session: { phase: 'panning' } } } as const;
    expect(holdTool('pan')(held)).toBe(held);
  });

  test('that is not there is not released', () => {
    expect(releaseTool(drawing)).toBe(drawing);
  });
});

describe('what a tool makes of an event', () => {
  const [document, selection] = [{ ...emptyDocument }, { regionIds: ['a'], vertices: [] }];

  test('is nothing where no tool is held', () => {
    expect(handleEvent(drawing, 'heldTool', { type: 'confirm' })).toBeUndefined();
    expect(applyResult(drawing, 'heldTool', { session: idle, commit: document })).toBe(drawing);
  });

  test('comes into force all at once', () => {
    expect(
      applyResult(drawing, 'tool', { session: idle, commit: document, selection, options: { brushSize: 7 } }),
    ).toEqual({
      ...drawing,
      tool: { id: 'polygon', session: idle },
      document,
      selection,
      options: { ...drawing.options, brushSize: 7 },
    });
  });

  test('leaves alone what it does not tell of', () => {
    const after = applyResult(drawing, 'tool', { session: placing });
    expect(after).toEqual(drawing);
    expect([after.document, after.view, after.pointer]).toEqual([
      drawing.document,
      drawing.view,
      drawing.pointer,
    ]);
    expect(toolContext(after)).toEqual(toolContext(drawing));
  });

  test('moves the view under a pointer that stays where it is on the stage', () => {
    const after = applyResult({ ...drawing, heldTool: panning }, 'heldTool', {
      session: idle,
      pan: { x: 4, y: -6 },
    });
    expect(after).toMatchObject({
      view: { zoom: 1, origin: { x: 4, y: -6 } },
      pointer: { ...pointer, point: { x: 6, y: 16 } },
      tool: { session: placing },
    });
  });

  test('moves the view with the canvas’s corner, so that nothing jumps on the stage', () => {
    const zoomed = { ...drawing, view: { zoom: 2, origin: { x: 1, y: 1 } } };
    const after = applyResult(zoomed, 'tool', { session: idle, commit: document, origin: { x: -10, y: 5 } });
    expect(after.view).toEqual({ zoom: 2, origin: { x: -19, y: 11 } });
  });
});

describe('a view that has moved', () => {
  test('is nothing to the tool where the pointer is over the same point still', () => {
    expect(followView(drawing, false)).toBe(drawing);
    expect(followView({ ...drawing, pointer: null }, false)).toEqual({ ...drawing, pointer: null });
  });

  test('brings the pointer to another point of the canvas', () => {
    const zoomed = { ...initialState, pointer, view: { zoom: 2, origin: { x: 0, y: 0 } } };
    expect(followView(zoomed, false).pointer).toEqual({
      ...pointer,
      point: { x: 5, y: 5 },
      unitsPerPixel: 0.5,
    });
  });
});

test('a press is revoked with all that came of it, in the tool and in the document', () => {
  const remembered = rememberPress(initialState);
  const { document, history, selection, tool } = initialState;
  expect(remembered.beforePress).toEqual({ document, history, selection, tool, made: null });
  const pressed = {
    ...applyResult(remembered, 'tool', { session: tool.session, commit: { ...document } }),
    history: { past: [], future: [] },
    selection: { regionIds: ['region-1'], vertices: [] },
    isPointerDown: true,
  };
  const revoked = revokePress(pressed);
  expect(revoked).toEqual({ ...initialState, isPointerDown: true });
  expect(revoked.document).toBe(document);
  expect(revokePress(revoked)).toBe(revoked);
});

test('where the document is another’s work by now, only the tool comes to rest', () => {
  const pressed = { ...rememberPress(pressing), document: { ...emptyDocument } };
  expect(revokePress(pressed)).toEqual({
    ...pressed,
    tool: { id: 'polygon', session: idle },
    beforePress: null,
  });
});

test('with another tool in hand a press is not revoked any more', () => {
  const state = { ...rememberPress(initialState), tool: pressing.tool };
  expect(revokePress(state)).toBe(state);
});

test('another document is there with nothing selected and nothing begun', () => {
  const document = { ...emptyDocument };
  const busy = { ...pressing, heldTool: panning, isReleasePending: true };
  expect(withOpenedDocument(document)({ ...busy, selection: { regionIds: ['a'], vertices: [] } })).toEqual({
    ...initialState,
    tool: { id: 'polygon', session: idle },
    pointer,
    document,
    selection: emptySelection,
  });
});
