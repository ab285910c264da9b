import { moveRegions, normaliseRegions, removeRegions } from '../../model/document/regions.ts';
import { moveVertices, removeVertices, type VertexRef } from '../../model/document/vertices.ts';
import type { Point } from '../../model/geometry/point.ts';
import { type DocumentWithSelection, emptySelection, type Selection } from '../selection.ts';

import { isSameVertex, remapSelection } from './remapSelection.ts';

/** Brings the regions whose vertices were moved into normal form, and finds their selected vertices again. */
export function normaliseEditedRegions({
  document,
  selection,
}: DocumentWithSelection): DocumentWithSelection {
  const ids = selection.vertices.map((vertex) => vertex.regionId);
  const normal = normaliseRegions(document, ids);
  return { document: normal, selection: remapSelection(selection, document, normal) };
}

/** Moves the selected vertices, or where there are none the selected regions, by `step` (image px). */
export function nudgeSelected(
  { document, selection }: DocumentWithSelection,
  step: Point,
): DocumentWithSelection {
  if (selection.vertices.length === 0)
    return { document: moveRegions(document, selection.regionIds, step), selection };
  return normaliseEditedRegions({ document: moveVertices(document, selection.vertices, step), selection });
}

/** Removes the selected vertices, or where there are none the selected regions. */
export function removeSelected({ document, selection }: DocumentWithSelection): DocumentWithSelection {
  const { regionIds, vertices } = selection;
  if (vertices.length === 0)
    return { document: removeRegions(document, regionIds), selection: emptySelection };
  const removed = removeVertices(document, vertices);
  return { document: removed, selection: remapSelection({ regionIds, vertices: [] }, document, removed) };
}

export function removeVertex(
  { document, selection }: DocumentWithSelection,
  vertex: VertexRef,
): DocumentWithSelection {
  const removed = removeVertices(document, [vertex]);
  const others: Selection = {
    regionIds: selection.regionIds,
    vertices: selection.vertices.filter((other) => !isSameVertex(other, vertex)),
  };
  return { document: removed, selection: remapSelection(others, document, removed) };
}
