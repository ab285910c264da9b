import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { type Document, emptyDocument } from '../../model/document/document.ts';
import { packDocument, unpackDocument } from '../../model/document/packDocument.ts';

export type DocumentState = { readonly document: Document };
export type DocumentStore = ReturnType<typeof createDocumentStore>;

const undoStepsMax = 2000;

/**
 * The document with its history. Every `setState` with another document is one undo step. Steps are kept packed: a
 * document that somebody still holds comes back as the same object, any other as an equal one.
 */
export function createDocumentStore(document: Document = emptyDocument) {
  return createStore<DocumentState>()(
    temporal((): DocumentState => ({ document }), {
      limit: undoStepsMax,
      partialize: stepOf,
      equality: (past, current) => past === current,
    }),
  );
}

const steps = new WeakMap<Document, DocumentState>();

function stepOf({ document }: DocumentState): DocumentState {
  const known = steps.get(document);
  if (known !== undefined) return known;
  const packed = packDocument(document);
  const held = new WeakRef(document);
  const step = {
    get document() {
      return held.deref() ?? unpackDocument(packed);
    },
  };
  steps.set(document, step);
  return step;
}
