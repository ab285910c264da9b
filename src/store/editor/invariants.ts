import type { EditorState } from './editorState.ts';
import { withStep } from './history.ts';
import { hideResult } from './shownResult.ts';
import { followView } from './toolEvents.ts';
import { keepTrial } from './trial.ts';
import { keepCanvasInSight } from './viewChanges.ts';

/**
 * What is so after every change, whoever makes it. A document that differs is one step of the history, unless the change
 * has dealt with the history itself. It brings the layout back into view, keeps a canvas in sight that was, and ends a trial that has nothing left to act
 * on, or was of another photo. A view that moves under the pointer is told to the tool.
 */
export function keepInvariants(before: EditorState, after: EditorState, isWorking: boolean): EditorState {
  const isOtherDocument = after.document !== before.document;
  const changed = isOtherDocument ? afterOtherDocument(before, after) : after;
  const isOtherSubject = isOtherDocument || after.selection !== before.selection;
  const kept = isOtherSubject ? keepTrial(before, changed) : changed;
  return kept.view === before.view ? kept : followView(kept, isWorking);
}

function afterOtherDocument(before: EditorState, after: EditorState): EditorState {
  const isStep = after.history === before.history;
  const recorded = isStep ? { ...after, history: withStep(after.history, before.document) } : after;
  const shown = after.shownResult === before.shownResult ? hideResult(recorded) : recorded;
  return keepCanvasInSight(before, shown);
}
