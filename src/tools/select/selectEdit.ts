import { moveRegions, normaliseRegions, removeRegions } from '../../model/document/regions.ts';
import { moveVertices, removeVertices, type VertexRef } from '../../model/document/vertices.ts';
import type { Point } from '../../model/geometry/point.ts';
import { emptySelection, type Selection, type Subject } from '../tool.ts';
import { isSameVertex, reselect } from './reselect.ts';

/** Brings the regions whose vertices were moved into normal form, and finds their selected vertices again. */
export function settle({ document, selection }: Subject): Subject {
  const ids = selection.vertices.map((vertex) => vertex.regionId);
  const settled = normaliseRegions(document, ids);
  return { document: settled, selection: reselect(selection, document, settled) };
}

/** Moves the selected vertices, or where there are none the selected regions, by `step` (image px). */
export function nudge({ document, selection }: Subject, step: Point): Subject {
  if (selection.vertices.length === 0)
    return { document: moveRegions(document, selection.regionIds, step), selection };
  return settle({ document: moveVertices(document, selection.vertices, step), selection });
}

/** Removes the selected vertices, or where there are none the selected regions. */
export function removeSelected({ document, selection }: Subject): Subject {
  const { regionIds, vertices } = selection;
  if (vertices.length === 0)
    return { document: removeRegions(document, regionIds), selection: emptySelection };
  const removed = removeVertices(document, vertices);
  return { document: removed, selection: reselect({ regionIds, vertices: [] }, document, removed) };
}

export function removeVertex({ document, selection }: Subject, vertex: VertexRef): Subject {
  const removed = removeVertices(document, [vertex]);
  const others: Selection = {
    regionIds: selection.regionIds,
    vertices: selection.vertices.filter((other) => !isSameVertex(other, vertex)),
  };
  return { document: removed, selection: reselect(others, document, removed) };
}
