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
import type { Modifiers, Subject } from '../tool.ts';
import { vertexAt } from './reselect.ts';
import type { SelectHit } from './selectHit.ts';

/** What a drag has taken hold of. */
export type SelectGrip =
  /** A vertex that is there or is being inserted. `start`: image px, whole. */
  | {
      readonly kind: 'vertex';
      readonly hit: Extract<SelectHit, { kind: 'vertex' | 'edge' }>;
      readonly start: Point;
    }
  | { readonly kind: 'regions' };

/** `offset`: canvas px since the press. */
export type SelectPull = {
  readonly offset: Point;
  readonly modifiers: Modifiers;
  readonly unitsPerPixel: number;
};

/** The document and the selection as they would be if the drag ended now, but for normalising. */
export type SelectDragged = { readonly shown: Subject; readonly snapped?: SnappedVertex };

/** CSS px. */
const snapRadius = 8;

/** Undefined on bare ground, where nothing is dragged. */
export function gripOf(hit: SelectHit, { document }: Subject): SelectGrip | undefined {
  switch (hit.kind) {
    case 'ground':
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

export function dragGrip(grip: SelectGrip, pull: SelectPull, subject: Subject): SelectDragged {
  if (grip.kind === 'regions') return { shown: dragRegions(pull, subject) };
  const snapped = snapPull(grip, pull, subject);
  const step = subtractPoints(snapped.point, grip.start);
  return { shown: dragVertices(grip.hit, step, subject), snapped };
}

/** Moves the selected regions, or with Alt copies of them. */
function dragRegions(pull: SelectPull, { document, selection }: Subject): Subject {
  const step = roundPoint(offsetInImage(pull, document));
  if (isSamePoint(step, { x: 0, y: 0 })) return { document, selection };
  if (!pull.modifiers.alt) return { document: moveRegions(document, selection.regionIds, step), selection };
  const copied = duplicateRegions(document, selection.regionIds, step);
  return { document: copied.document, selection: { regionIds: copied.regionIds, vertices: [] } };
}

/** Moves the vertex that was taken hold of with all that are selected, or inserts it in an edge. Not normalised. */
function dragVertices(
  hit: Extract<SelectGrip, { kind: 'vertex' }>['hit'],
  step: Point,
  { document, selection }: Subject,
): Subject {
  if (isSamePoint(step, { x: 0, y: 0 })) return { document, selection };
  if (hit.kind === 'vertex') return { document: moveVertices(document, selection.vertices, step), selection };
  const vertices = [hit.vertex];
  return {
    document: moveVertices(insertVertex(document, hit.vertex, hit.point), vertices, step),
    selection: { regionIds: selection.regionIds, vertices },
  };
}

/** Where the dragged vertex goes: with Ctrl or Cmd right where the pointer takes it. */
function snapPull(
  { hit, start }: Extract<SelectGrip, { kind: 'vertex' }>,
  pull: SelectPull,
  { document, selection }: Subject,
): SnappedVertex {
  const offset = offsetInImage(pull, document);
  const at = addPoints(start, offset);
  const { modifiers, unitsPerPixel } = pull;
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
const knownTargets = new WeakMap<
  Document,
  { readonly dragged: readonly VertexRef[]; readonly targets: VertexSnapTargets }
>();

/** An edge takes none of the vertices along. */
const none: readonly VertexRef[] = [];

function snapTargets(document: Document, dragged: readonly VertexRef[]): VertexSnapTargets {
  const known = knownTargets.get(document);
  if (known?.dragged === dragged) return known.targets;
  const targets = vertexSnapTargets(document, dragged);
  knownTargets.set(document, { dragged, targets });
  return targets;
}

/** What can be met without leaving the axis that a drag is kept to. */
function targetsAlong({ y }: Point, { xs, ys }: VertexSnapTargets): VertexSnapTargets {
  return y === 0 ? { vertices: [], xs, ys: [] } : { vertices: [], xs: [], ys };
}

/** How far the pointer has come in image px; with Shift straight along one axis of the canvas. */
function offsetInImage({ offset, modifiers }: SelectPull, document: Document): Point {
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
  return [...guides, { kind: 'handles', points: [imageToCanvas(vertex, document)], look: 'close' }];
}
