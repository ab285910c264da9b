import type { Document } from '../../model/document/document.ts';
import { imageScale, imageToCanvas } from '../../model/document/spaces.ts';
import {
  type SnappedVertex,
  snapVertex,
  type VertexSnapTargets,
  vertexSnapTargets,
} from '../../model/document/vertexSnapping.ts';
import type { VertexRef } from '../../model/document/vertices.ts';
import { addPoints, type Point, roundPoint } from '../../model/geometry/point.ts';
import type { Mark } from '../draft.ts';
import type { DocumentWithSelection } from '../selection.ts';
import type { SelectTarget } from './selectDrag.ts';
import { offsetInImage, type SelectDrag } from './selectDragOffset.ts';

/** CSS px. */
const snapRadius = 8;

/** Where the dragged vertex goes: with Ctrl or Cmd right where the pointer takes it. */
export function snapDraggedVertex(
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

/** The edges and the vertex that a dragged vertex has snapped to. */
export function snapMarks({ vertex, lines }: SnappedVertex, document: Document): Mark[] {
  const guides = lines.map(({ axis, at }): Mark => {
    const onCanvas = imageToCanvas({ x: at, y: at }, document);
    return { kind: 'guide', axis, at: onCanvas[axis] };
  });
  if (vertex === undefined) return guides;
  return [...guides, { kind: 'handles', points: [imageToCanvas(vertex, document)], style: 'close' }];
}
