import type { Document } from '../../model/document/document.ts';
import { imageAspect, placeImage } from '../../model/document/placement.ts';
import { scaleImage } from '../../model/document/scaleImage.ts';
import { type Snapped, snapMove, snapScale } from '../../model/document/snapping.ts';
import { addPoints, type Point } from '../../model/geometry/point.ts';
import type { Rect } from '../../model/geometry/rect.ts';
import { alongAxis } from '../dragging.ts';
import { dragCanvasEdge } from './canvasEdgeDrag.ts';
import type { MoveDrag, MoveDragResult } from './moveDragResult.ts';
import { handlePoint, isCorner, type MoveTarget } from './moveTarget.ts';

type HandleTarget = Extract<MoveTarget, { kind: 'handle' }>;

const unmoved: Point = { x: 0, y: 0 };

export function dragMoveTarget(target: MoveTarget, drag: MoveDrag, document: Document): MoveDragResult {
  switch (target.kind) {
    case 'handle':
      return dragHandle(target, drag, document);
    case 'edge':
      return dragCanvasEdge(target.edge, drag, document);
    case 'image':
      return dragImage(drag, document);
  }
}

function dragImage({ offset, modifiers, snapReach }: MoveDrag, document: Document): MoveDragResult {
  const { placement, canvas } = document;
  const constrained = modifiers.shift ? alongAxis(offset) : offset;
  const rect = { ...placement, ...addPoints(placement, constrained) };
  const snapped = snapReach > 0 ? snapMove(rect, canvas, snapReach) : unsnapped(rect);
  const { rect: moved, guides } = modifiers.shift
    ? lockAxis(snapped, constrained.x === 0 ? 'x' : 'y', placement)
    : snapped;
  const dragged = placeImage(document, moved);
  const { x, y } = dragged.placement;
  return { document: dragged, origin: unmoved, guides, label: `${x}, ${y}` };
}

function dragHandle({ handle }: HandleTarget, drag: MoveDrag, document: Document): MoveDragResult {
  const { placement, canvas } = document;
  const { shift, alt } = drag.modifiers;
  const options = { keepRatio: isCorner(handle) !== shift, fromCentre: alt };
  const ratio = ratioToKeep(document);
  const pointer = addPoints(handlePoint(placement, handle), drag.offset);
  const rect = scaleImage(placement, handle, pointer, options, ratio);
  const snapped =
    drag.snapReach > 0 ? snapScale(rect, handle, canvas, drag.snapReach, options, ratio) : unsnapped(rect);
  const dragged = placeImage(document, snapped.rect);
  const { width, height } = dragged.placement;
  return { document: dragged, origin: unmoved, guides: snapped.guides, label: `${width} × ${height}` };
}

/** The image's own ratio, unless it has been distorted: rounded sides alone would let the ratio drift. */
function ratioToKeep({ image, placement }: Document): number {
  const shown = imageAspect(placement);
  if (image === null) return shown;
  const own = imageAspect(image);
  return Math.abs(placement.width / own - placement.height) <= 1 ? own : shown;
}

function lockAxis({ rect, guides }: Snapped, axis: 'x' | 'y', start: Rect): Snapped {
  return { rect: { ...rect, [axis]: start[axis] }, guides: guides.filter((guide) => guide.axis !== axis) };
}

function unsnapped(rect: Rect): Snapped {
  return { rect, guides: [] };
}
