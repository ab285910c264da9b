import type { Document } from '../model/document/document.ts';
import type { VertexRef } from '../model/document/vertices.ts';

/** What is selected: regions by id, and of those single vertices. Lives in the session, not in the document. */
export type Selection = {
  readonly regionIds: readonly string[];
  readonly vertices: readonly VertexRef[];
};

export const emptySelection: Selection = { regionIds: [], vertices: [] };

/** A document and what is selected in it. */
export type DocumentWithSelection = { readonly document: Document; readonly selection: Selection };

/** Of what was selected the regions that `document` still has; no vertices, which may be other ones by now. */
export function remainingSelection({ regionIds }: Selection, { regions }: Document): Selection {
  return { regionIds: regionIds.filter((id) => regions.some((region) => region.id === id)), vertices: [] };
}
