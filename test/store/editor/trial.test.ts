import { describe, expect, test } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { addRegions } from '../../../src/model/document/regions.ts';
import {
  type EditorState,
  initialState,
  type MaskPanel,
  triedDocument,
} from '../../../src/store/editor/editorState.ts';
import { keepInvariants } from '../../../src/store/editor/invariants.ts';
import { deleteSelected, selectOnly } from '../../../src/store/editor/regionChanges.ts';
import {
  answerTrial,
  closeMaskPanel,
  openMaskPanel,
  pendingQuestion,
  tryOperation,
  tryRegions,
  withOutcome,
} from '../../../src/store/editor/trial.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

const photograph = { id: 'a', name: 'a.jpg', width: 640, height: 427 };
const document: Document = addRegions({ ...emptyDocument, image: photograph }, [
  [box(0, 0, 10, 10)],
  [box(50, 0, 10, 10)],
]);
const other = addRegions(document, [[box(100, 0, 10, 10)]]);
const start: EditorState = {
  ...initialState,
  document,
  selection: { regionIds: ['region-1'], vertices: [{ regionId: 'region-1', ring: 0, index: 1 }] },
};
const outcome = (made: Document) => ({ document: made, lostCount: 0, isAllLost: false });
const growing = (amount: number, state = start) => tryOperation('grow', amount)(openMaskPanel('grow')(state));

function answered(state: EditorState, made: Document): EditorState {
  const question = pendingQuestion(state);
  if (question === undefined) throw new Error('Nothing is to be found out.');
  return answerTrial(question, outcome(made))(state);
}

describe('what a trial still has to find out', () => {
  test('is its newest amount, on the selected regions', () => {
    expect(pendingQuestion(growing(5))).toEqual({
      source: { kind: 'operation', id: 'grow', amount: 5 },
      document,
      regionIds: ['region-1'],
    });
  });

  test('is nothing once that is answered, or where nothing or an import is tried', () => {
    expect(pendingQuestion(answered(growing(5), other))).toBeUndefined();
    expect(pendingQuestion(start)).toBeUndefined();
    expect(pendingQuestion(tryRegions([[box(0, 0, 5, 5)]])(openMaskPanel('import')(start)))).toBeUndefined();
  });

  test.each([
    ['the amount', (state: EditorState) => tryOperation('grow', 6)(state)],
    ['the document', (state: EditorState) => ({ ...state, document: other })],
    ['what is selected', selectOnly(['region-2'])],
  ])('is open again once %s is another', (_, change) => {
    const state = answered(growing(5), other);
    expect(pendingQuestion(change(state))).toBeDefined();
  });

  test('is not opened by what is selected in another way, of the same regions', () => {
    const state = answered(growing(5), other);
    expect(pendingQuestion(selectOnly(['region-1'])(state))).toBeUndefined();
  });
});

describe('what is shown', () => {
  test('stays that of the last amount until the newest is worked out', () => {
    expect(triedDocument(tryOperation('grow', 6)(answered(growing(5), other)))).toBe(other);
  });

  test('is the document itself where that has become another', () => {
    const state = { ...answered(growing(5), other), document: emptyDocument };
    expect(triedDocument(state)).toBe(emptyDocument);
  });

  test('of an import is the document with its regions, and nothing without any', () => {
    const trying = tryRegions([[box(100, 0, 10, 10)]])(openMaskPanel('import')(start));
    expect(triedDocument(trying)).toEqual(other);
    expect(tryRegions(null)(trying)).toEqual({ ...trying, trial: null });
    expect(tryRegions(null)(start)).toBe(start);
  });
});

test('what an import would add is added to whatever document there is', () => {
  const before = tryRegions([[box(100, 0, 10, 10)]])(openMaskPanel('import')(start));
  const after = { ...before, document: addRegions(document, [[box(0, 50, 5, 5)]]) };
  const expected = addRegions(after.document, [[box(100, 0, 10, 10)]]);
  expect(triedDocument(keepInvariants(before, after, false))).toEqual(expected);
});

describe('once another photo is open', () => {
  const importing = tryRegions([[box(100, 0, 10, 10)]])(openMaskPanel('import')(start));
  const elsewhere = { ...document, image: { ...photograph, id: 'b' } };

  test.each<[string, EditorState]>([
    ['an import that is tried out', importing],
    ['an import whose preview is still being read', openMaskPanel('import')(start)],
    ['an operation that is tried out', answered(growing(5), other)],
    ['an operation that is still being worked out', growing(5)],
  ])('%s has ended', (_, before) => {
    const after = keepInvariants(before, { ...before, document: elsewhere }, false);
    expect(after).toMatchObject({ document: elsewhere, maskPanel: null, trial: null });
  });

  test('what exports the mask stays open', () => {
    const before = openMaskPanel('export')(start);
    const after = keepInvariants(before, { ...before, document: elsewhere }, false);
    expect(after.maskPanel).toBe('export');
  });
});

test('an amount of another panel than the open one is not tried', () => {
  const state = openMaskPanel('shrink')(start);
  expect(tryOperation('grow', 5)(state)).toBe(state);
});

test('a panel takes the place of another, and of a result', () => {
  const looking = { ...growing(5), shownResult: { generationId: 'g', index: 0, document } };
  expect(openMaskPanel('export')(looking)).toMatchObject({
    maskPanel: 'export',
    trial: null,
    shownResult: null,
  });
  expect(closeMaskPanel(growing(5))).toEqual({ ...start });
  expect(closeMaskPanel(start)).toBe(start);
});

describe('applying', () => {
  const open = answered(growing(5), other);

  test.each(['button', 'press'] as const)('by a %s selects what is new', (by) => {
    expect(withOutcome(other, by)(open)).toEqual({
      ...start,
      document: other,
      selection: { regionIds: ['region-3'], vertices: [] },
      notice: by === 'press' ? { tone: 'info', code: 'trialApplied' } : null,
    });
  });

  test.each(['button', 'press'] as const)('by a %s keeps of what was selected what is left', (by) => {
    const made = { ...document, regions: document.regions.slice(1) };
    expect(withOutcome(made, by)(open)).toMatchObject({
      document: made,
      selection: { regionIds: [], vertices: [] },
    });
    const both = selectOnly(['region-1', 'region-2'])(open);
    expect(withOutcome(made, by)(both).selection).toEqual({ regionIds: ['region-2'], vertices: [] });
  });

  test('what changes nothing closes the panel by a press and not by the button', () => {
    expect(withOutcome(document, 'press')(open)).toEqual({ ...start });
    expect(withOutcome(document, 'button')(open)).toBe(open);
  });
});

describe('a panel with nothing left to act on', () => {
  const withoutRegions = (panel: MaskPanel) => {
    const before = openMaskPanel(panel)(selectOnly(['region-1', 'region-2'])(start));
    return keepInvariants(before, deleteSelected(before), false).maskPanel;
  };

  test.each<[MaskPanel, MaskPanel | null]>([
    ['grow', null],
    ['shrink', null],
    ['smooth', null],
    ['simplify', null],
    ['border', 'border'],
    ['import', 'import'],
    ['export', 'export'],
  ])('%s becomes %s once the last region is gone', (panel, after) => {
    expect(withoutRegions(panel)).toBe(after);
  });

  test('is closed once the photograph is gone', () => {
    const before = openMaskPanel('border')(start);
    expect(keepInvariants(before, { ...before, document: emptyDocument }, false)).toMatchObject({
      maskPanel: null,
    });
  });
});
