import type { Document } from '../../model/document/document.ts';
import { type PackedDocument, packDocument, unpackDocument } from '../../model/document/packDocument.ts';
import { remainingSelection } from '../../tools/selection.ts';
import type { EditorState } from './editorState.ts';

/** Steps to undo, the newest last, and steps to redo, the next one last. */
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] };

/**
 * A document as the history keeps it: packed, so that thousands of steps fit. One that somebody still holds comes back as
 * the same object, any other as an equal one.
 */
type Step = { readonly packed: PackedDocument; readonly held: Pick<WeakRef<Document>, 'deref'> };

const stepsMax = 2000;

export const emptyHistory: History = { past: [], future: [] };

/**
 * From here on there is nothing to undo: what is there now is where the person begins. A new object, since a change that
 * leaves the history as it is becomes a step of it; see invariants.ts.
 */
export function startHistory(state: EditorState): EditorState {
  return { ...state, history: { past: [], future: [] } };
}

/** The history once `before` has given way to another document. */
export function withStep({ past }: History, before: Document): History {
  return { past: [...past, stepOf(before)].slice(-stepsMax), future: [] };
}

export function undo(state: EditorState): EditorState {
  const { past, future } = state.history;
  const step = past.at(-1);
  if (step === undefined) return state;
  const history = { past: past.slice(0, -1), future: [...future, stepOf(state.document)] };
  return withDocument(state, documentOf(step), history);
}

export function redo(state: EditorState): EditorState {
  const { past, future } = state.history;
  const step = future.at(-1);
  if (step === undefined) return state;
  const history = { past: [...past, stepOf(state.document)], future: future.slice(0, -1) };
  return withDocument(state, documentOf(step), history);
}

function withDocument(state: EditorState, document: Document, history: History): EditorState {
  return { ...state, document, history, selection: remainingSelection(state.selection, document) };
}

function stepOf(document: Document): Step {
  return { packed: packDocument(document), held: weakRef(document) };
}

/** Where there are no weak references nothing is held. */
function weakRef(document: Document): Step['held'] {
  return typeof WeakRef === 'undefined' ? { deref: () => undefined } : new WeakRef(document);
}

function documentOf({ packed, held }: Step): Document {
  return held.deref() ?? unpackDocument(packed);
}
