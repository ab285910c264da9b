import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import {
  activeTool,
  dismissNotice,
  initialState,
  isInGesture,
  shownDocument,
  toolOf,
  triedDocument,
  withInfo,
  withProblem,
} from '../../../src/store/editor/editorState.ts';
import { tools } from '../../../src/tools/registry.ts';

describe('a notice', () => {
  test('tells what did not work, or what is, and nothing else', () => {
    expect(withProblem({ code: 'workNotKept' })(initialState)).toEqual({
      ...initialState,
      notice: { tone: 'problem', code: 'workNotKept' },
    });
    expect(withInfo({ code: 'sandboxMeans' })(initialState)).toEqual({
      ...initialState,
      notice: { tone: 'info', code: 'sandboxMeans' },
    });
  });

  test('takes the place of the one before, until it is put away', () => {
    const told = withInfo({ code: 'sandboxMeans' })(withProblem({ code: 'workNotKept' })(initialState));
    expect(told.notice).toEqual({ tone: 'info', code: 'sandboxMeans' });
    expect(dismissNotice(told)).toEqual(initialState);
  });
});

describe('what is on the stage', () => {
  const [document, made] = [{ ...emptyDocument }, { ...emptyDocument }];

  test('is the document that a result was made from, while that is looked at', () => {
    const shownResult = { generationId: 'g', index: 0, document };
    expect(shownDocument({ ...initialState, shownResult })).toBe(document);
    expect(shownDocument(initialState)).toBe(initialState.document);
  });

  test('is what is tried out on the document, and not what was on another', () => {
    const outcome = { document: made, lostCount: 0, isAllLost: false };
    const trial = { source: { kind: 'regions', ringsOfEach: [] }, answered: null, outcome } as const;
    const base = initialState.document;
    expect(triedDocument({ ...initialState, trial: { ...trial, base } })).toBe(made);
    expect(triedDocument({ ...initialState, trial: { ...trial, base: document } })).toBe(base);
    expect(triedDocument({ ...initialState, trial: { ...trial, base, outcome: null } })).toBe(base);
  });
});

test('the active tool is the one that is held, while the picked one may be in the middle of something', () => {
  const picked = { ...initialState, tool: { id: 'polygon', session: { phase: 'placing' } } } as const;
  const held = { ...picked, heldTool: { id: 'pan', session: { phase: 'idle' } } } as const;
  expect([activeTool(picked), activeTool(held)]).toEqual([picked.tool, held.heldTool]);
  expect([toolOf(activeTool(held)), isInGesture(held), isInGesture(initialState)]).toEqual([
    tools.pan,
    true,
    false,
  ]);
});
