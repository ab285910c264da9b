import {
  type Change,
  type ComparisonView,
  type EditorState,
  noComparison,
  type ShownResult,
  shownDocument,
} from './editorState.ts';
import { fitFrame } from './viewChanges.ts';

/** Looks at a result in place of the layout it was made from. */
export function showResult(shownResult: ShownResult): Change {
  return (state) => withFrameInView(state, { ...state, shownResult });
}

/** Back to the layout. */
export function hideResult(state: EditorState): EditorState {
  if (state.shownResult === null) return state;
  return withFrameInView(state, { ...state, shownResult: null, comparison: noComparison });
}

/** Whatever shows something of a generation that is gone shows the layout instead. */
export function hideResultsOf(generationId: string): Change {
  return (state) => (state.shownResult?.generationId === generationId ? hideResult(state) : state);
}

/** Changes how the result is looked at; nothing while none is. */
export function compareBy(change: Partial<ComparisonView>): Change {
  return (state) =>
    state.shownResult === null ? state : { ...state, comparison: { ...state.comparison, ...change } };
}

/** A result lies on the frame that it was made for, which may be another than the open document's. */
function withFrameInView(before: EditorState, after: EditorState): EditorState {
  const [a, b] = [shownDocument(before).canvas, shownDocument(after).canvas];
  return a.width === b.width && a.height === b.height ? after : fitFrame(after);
}

/** The mask as it will be sent, in place of the layout; seen on the layout only. */
export function toggleMask(state: EditorState): EditorState {
  return { ...hideResult(state), isMaskShown: !state.isMaskShown };
}
