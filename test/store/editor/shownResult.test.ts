import { describe, expect, test } from 'vitest';
import { type Document, emptyDocument } from '../../../src/model/document/document.ts';
import { type EditorState, initialState, noComparison } from '../../../src/store/editor/editorState.ts';
import { keepInvariants } from '../../../src/store/editor/invariants.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import {
  compareBy,
  hideResult,
  hideResultsOf,
  showResult,
  toggleMask,
} from '../../../src/store/editor/shownResult.ts';
import { fitFrame } from '../../../src/store/editor/viewChanges.ts';

const document: Document = { ...emptyDocument, canvas: { width: 1000, height: 500 } };
const wide: Document = { ...document, canvas: { width: 2000, height: 500 } };
const moved = { zoom: 3, origin: { x: -70, y: 40 } };
const start: EditorState = {
  ...initialState,
  document,
  stageSize: { width: 800, height: 600 },
  view: moved,
};
const result = { generationId: 'g', index: 1, document };
const ofWide = { ...result, document: wide };
const looking = showResult(result)(start);

describe('a result', () => {
  test('that is looked at leaves the view as it is where its canvas is as large as the layout’s', () => {
    expect(looking).toEqual({ ...start, shownResult: result });
    expect(hideResult(looking)).toEqual(start);
  });

  test('of another canvas is brought into view, and so is the layout after it', () => {
    const over = showResult(ofWide)(start);
    expect(over.view).toEqual(fitFrame({ ...start, document: wide }).view);
    expect(hideResult({ ...over, view: moved }).view).toEqual(fitFrame(start).view);
  });

  test('is compared in another way until it is not looked at any more', () => {
    const swiped = compareBy({ mode: 'swipe', share: 0.2 })(looking);
    expect(swiped.comparison).toEqual({ ...noComparison, mode: 'swipe', share: 0.2 });
    expect(showResult({ ...result, index: 0 })(swiped).comparison).toBe(swiped.comparison);
    expect(hideResult(swiped).comparison).toEqual(noComparison);
    expect(compareBy({ mode: 'swipe' })(start)).toBe(start);
  });

  test('goes with its generation, and with no other', () => {
    expect(hideResultsOf('g')(looking)).toEqual(start);
    expect(hideResultsOf('other')(looking)).toBe(looking);
    expect(hideResultsOf('g')(start)).toBe(start);
  });

  test('gives way to the layout where that is changed, and not where what is shown is changed with it', () => {
    const change = onDocument((each) => ({ ...each, placement: { ...each.placement, x: 9 } }));
    expect(keepInvariants(looking, change(looking), false).shownResult).toBeNull();
    const both = { ...change(looking), shownResult: ofWide };
    expect(keepInvariants(looking, both, false).shownResult).toBe(ofWide);
  });

  test('gives way to the mask', () => {
    expect(toggleMask(looking)).toEqual({ ...start, isMaskShown: true });
    expect(toggleMask(toggleMask(start))).toEqual(start);
  });

  test('that is not looked at cannot be put away', () => {
    expect(hideResult(start)).toBe(start);
  });
});
