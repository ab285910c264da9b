import { duplicateRegions } from '../../model/document/duplicateRegions.ts';
import { moveRegions } from '../../model/document/regions.ts';
import type { SnappedVertex } from '../../model/document/vertexSnapping.ts';
import { insertVertex, moveVertices } from '../../model/document/vertices.ts';
import { isSamePoint, type Point, roundPoint, subtractPoints } from '../../model/geometry/point.ts';
import type { DocumentWithSelection } from '../selection.ts';
import { vertexAt } from './remapSelection.ts';
import { offsetInImage, type SelectDrag } from './selectDragOffset.ts';
import type { SelectHit } from './selectHit.ts';
import { snapDraggedVertex } from './snapDraggedVertex.ts';

/** What is dragged. */
export type SelectTarget =
  /** A vertex that is there or is being inserted. `start`: image px, whole. */
  | {
      readonly kind: 'vertex';
      readonly hit: Extract<SelectHit, { kind: 'vertex' | 'edge' }>;
      readonly start: Point;
    }
  | { readonly kind: 'regions' };

/** The document and the selection as they would be if the drag ended now, but for normalising. */
export type SelectDragResult = { readonly shown: DocumentWithSelection; readonly snapped?: SnappedVertex };

/** Undefined on bare ground, where nothing is dragged. */
export function selectTargetOf(
  hit: SelectHit,
  { document }: DocumentWithSelection,
): SelectTarget | undefined {
  switch (hit.kind) {
    case 'background':
      return undefined;
    case 'region':
      return { kind: 'regions' };
    case 'edge':
      return { kind: 'vertex', hit, start: roundPoint(hit.point) };
    case 'vertex': {
      const start = vertexAt(hit.vertex, document);
      return start && { kind: 'vertex', hit, start };
    }
  }
}

export function dragSelectTarget(
  target: SelectTarget,
  drag: SelectDrag,
  current: DocumentWithSelection,
): SelectDragResult {
  if (target.kind === 'regions') return { shown: dragRegions(drag, current) };
  const snapped = snapDraggedVertex(target, drag, current);
  const step = subtractPoints(snapped.point, target.start);
  return { shown: dragVertices(target.hit, step, current), snapped };
}

/** Moves the selected regions, or with Alt copies of them. */
function dragRegions(
  drag: SelectDrag,
  { document, selection }: DocumentWithSelection,
): DocumentWithSelection {
  const step = roundPoint(offsetInImage(drag, document));
  if (isSamePoint(step, { x: 0, y: 0 })) return { document, selection };
  if (!drag.modifiers.alt) return { document: moveRegions(document, selection.regionIds, step), selection };
  const copied = duplicateRegions(document, selection.regionIds, step);
  return { document: copied.document, selection: { regionIds: copied.regionIds, vertices: [] } };
}

/** Moves the pressed vertex with all that are selected, or inserts it in an edge. Not normalised. */
function dragVertices(
  hit: Extract<SelectTarget, { kind: 'vertex' }>['hit'],
  step: Point,
  { document, selection }: DocumentWithSelection,
): DocumentWithSelection {
  if (isSamePoint(step, { x: 0, y: 0 })) return { document, selection };
  if (hit.kind === 'vertex') return { document: moveVertices(document, selection.vertices, step), selection };
  const vertices = [hit.vertex];
  return {
    document: moveVertices(insertVertex(document, hit.vertex, hit.point), vertices, step),
    selection: { regionIds: selection.regionIds, vertices },
  };
}
