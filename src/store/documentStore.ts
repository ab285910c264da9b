import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { type Document, emptyDocument } from '../model/document.ts';

export type DocumentState = { readonly document: Document };
export type DocumentStore = ReturnType<typeof createDocumentStore>;

const undoStepsMax = 2000;

/** The document with its history. Every `setState` with another document is one undo step. */
export function createDocumentStore(document: Document = emptyDocument) {
  return createStore<DocumentState>()(
    temporal((): DocumentState => ({ document }), {
      limit: undoStepsMax,
      equality: (past, current) => past.document === current.document,
    }),
  );
}
