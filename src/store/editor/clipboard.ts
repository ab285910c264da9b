import { duplicateRegions } from '../../model/document/duplicateRegions.ts';
import { appendRegions } from '../../model/document/regions.ts';
import { areasToRings } from '../../model/mask/areasToRings.ts';
import { parseRegions, serialiseRegions } from '../../model/mask/copiedRegions.ts';
import { copyOffset, pasteCopiedRegions } from '../../model/mask/pasteCopiedRegions.ts';
import { type EditorState, isInGesture, withProblem } from './editorState.ts';
import type { EditorStore } from './editorStore.ts';
import { deleteSelected, selectAdded, tellLosses, whenFree } from './regionChanges.ts';

/** The selected regions as text for the clipboard; undefined where none is, or a result is looked at in their place. */
export function copySelection(editor: EditorStore): string | undefined {
  // The browser takes the text now or never.
  editor.finishWork();
  const { document, selection, ...state } = editor.getState();
  const selected = document.regions.filter(({ id }) => selection.regionIds.includes(id));
  const isNone = selected.length === 0 || state.tool.session.phase !== 'idle';
  return isNone || state.shownResult !== null ? undefined : serialiseRegions(selected, document);
}

/** Like `copySelection`, and removes them. */
export function cutSelection(editor: EditorStore): string | undefined {
  const text = copySelection(editor);
  if (text === undefined) return undefined;
  editor.transact((state) => deleteSelected({ ...state, selection: { ...state.selection, vertices: [] } }));
  return text;
}

/** Adds copies of the selected regions, a little off them, and selects these instead; not over a result, where none is seen. */
export function duplicateSelection(state: EditorState): EditorState {
  if (isInGesture(state) || state.shownResult !== null) return state;
  const added = duplicateRegions(state.document, state.selection.regionIds, copyOffset);
  return added.regionIds.length === 0 ? state : selectAdded(added)(state);
}

/**
 * Adds the regions of a clipboard's text, or of areas as a request has them, and selects them. JSON of another kind is
 * refused with a notice; false where the text is none, and so is for somebody else.
 */
export function pasteText(editor: EditorStore, text: string): boolean {
  const isBusy = isInGesture(editor.getState()) && !editor.isWorking();
  if (!/^\s*[[{]/.test(text) || isBusy) return false;
  editor.transact(whenFree((state) => pasteJson(state, text)));
  return true;
}

function pasteJson(state: EditorState, text: string): EditorState {
  const { document, settings } = state;
  const copied = parseRegions(text);
  if (copied !== undefined && document.image !== null)
    return selectAdded(pasteCopiedRegions(document, copied))(state);
  const read = areasToRings(text, document, settings.maskFrame);
  if (read.kind === 'refused') return withProblem({ code: 'refused', refusal: read })(state);
  return tellLosses(read)(selectAdded(appendRegions(document, read.ringsOfEach))(state));
}
