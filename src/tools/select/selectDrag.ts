import type { Document } from '../../model/document/document.ts';
import { duplicateRegions } from '../../model/document/duplicateRegions.ts';
import { moveRegions } from '../../model/document/regions.ts';
import { imageScale, imageToCanvas } from '../../model/document/spaces.ts';
import {
  type SnappedVertex,
  snapVertex,
  type VertexSnapTargets,
  vertexSnapTargets,
} from '../../model/document/vertexSnapping.ts';
import { insertVertex, moveVertices, type VertexRef } from '../../model/document/vertices.ts';
import {
  addPoints,
  isSamePoint,
  type Point,
  roundPoint,
  subtractPoints,
} from '../../model/geometry/point.ts';
import type { Mark } from '../draft.ts';
import { alongAxis } from '../dragging.ts';
import type { DocumentWithSelection } from '../selection.ts';
import type { Modifiers } from '../tool.ts';
import { vertexAt } from './remapSelection.ts';
import type { SelectHit } from './selectHit.ts';

/** What is dragged. */
export type SelectTarget =
  /** A vertex that is there or is being inserted. `start`: image px, whole. */
  | {
      readonly kind: 'vertex';
      readonly hit: Extract<SelectHit, { kind: 'vertex' | 'edge' }>;
      readonly start: Point;
    }
  | { readonly kind: 'regions' };

/** `offset`: canvas px since the press. */
export type SelectDrag = {
  readonly offset: Point;
  readonly modifiers: Modifiers;
  readonly unitsPerPixel: number;
};

/** The document and the selection as they would be if the drag ended now, but for normalising. */
export type SelectDragResult = { readonly shown: DocumentWithSelection; readonly snapped?: SnappedVertex };

/** CSS px. */
const snapRadius = 8;

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

/** Where the dragged vertex goes: with Ctrl or Cmd right where the pointer takes it. */
function snapDraggedVertex(
  { hit, start }: Extract<SelectTarget, { kind: 'vertex' }>,
  drag: SelectDrag,
  { document, selection }: DocumentWithSelection,
): SnappedVertex {
  const offset = offsetInImage(drag, document);
  const at = addPoints(start, offset);
  const { modifiers, unitsPerPixel } = drag;
  if (modifiers.ctrl) return { point: roundPoint(at), vertex: undefined, lines: [] };
  const scale = imageScale(document);
  const radius = snapRadius * unitsPerPixel;
  const targets = snapTargets(document, hit.kind === 'vertex' ? selection.vertices : none);
  return snapVertex(at, modifiers.shift ? targetsAlong(offset, targets) : targets, {
    x: radius / scale.x,
    y: radius / scale.y,
  });
}

/**
 * The targets of the drag under way, which each of its moves asks for. They are not in the session, which a worker may be
 * given: there may be thousands.
 */
const cachedSnapTargets = new WeakMap<
  Document,
  { readonly dragged: readonly VertexRef[]; readonly targets: VertexSnapTargets }
>();

/** An edge takes none of the vertices along. */
const none: readonly VertexRef[] = [];

function snapTargets(document: Document, dragged: readonly VertexRef[]): VertexSnapTargets {
  const cached = cachedSnapTargets.get(document);
  if (cached?.dragged === dragged) return cached.targets;
  const targets = vertexSnapTargets(document, dragged);
  cachedSnapTargets.set(document, { dragged, targets });
  return targets;
}

/** What can be met without leaving the axis that a drag is kept to. */
function targetsAlong({ y }: Point, { xs, ys }: VertexSnapTargets): VertexSnapTargets {
  return y === 0 ? { vertices: [], xs, ys: [] } : { vertices: [], xs: [], ys };
}

/** How far the pointer has come in image px; with Shift straight along one axis of the canvas. */
function offsetInImage({ offset, modifiers }: SelectDrag, document: Document): Point {
  const { x, y } = modifiers.shift ? alongAxis(offset) : offset;
  const scale = imageScale(document);
  return { x: x / scale.x, y: y / scale.y };
}

/** The edges and the vertex that a dragged vertex has snapped to. */
export function snapMarks({ vertex, lines }: SnappedVertex, document: Document): Mark[] {
  const guides = lines.map(({ axis, at }): Mark => {
    const onCanvas = imageToCanvas({ x: at, y: at }, document);
    return { kind: 'guide', axis, at: onCanvas[axis] };
  });
  if (vertex === undefined) return guides;
  return [...guides, { kind: 'handles', points: [imageToCanvas(vertex, document)], style: 'close' }];
}
