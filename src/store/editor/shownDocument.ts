import type { Document } from '../../model/document/document.ts';
import { type GenerationStore, generationWith } from '../generations/generationStore.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SessionStore, ShownResult } from './sessionStore.ts';

type Stores = { readonly documents: DocumentStore; readonly generations: GenerationStore };

/** What the stage shows: while a result is looked at, the document that it was made from, which may be an older one. */
export function shownDocument({ session, ...stores }: Stores & { readonly session: SessionStore }): Document {
  return documentBehind(session.getState().shownResult, stores);
}

/** That which a result was made from, or the open one. */
export function documentBehind(shown: ShownResult | null, { documents, generations }: Stores): Document {
  const generation = shown ? generationWith(generations, shown.generationId) : undefined;
  return generation?.document ?? documents.getState().document;
}
