import type { Document } from '../../model/document/document.ts';
import { imageAspect, placeImage } from '../../model/document/placement.ts';
import { scaleImage } from '../../model/document/scaleImage.ts';
import { type Snapped, snapMove, snapScale } from '../../model/document/snapping.ts';
import { addPoints, type Point } from '../../model/geometry/point.ts';
import type { Rect } from '../../model/geometry/rect.ts';
import { alongAxis } from '../dragging.ts';
import type { Dragged, Pull } from './dragged.ts';
import { dragFrameEdge } from './frameEdgeDrag.ts';
import { type Grab, handlePoint, isCorner } from './moveGrab.ts';

type HandleGrab = Extract<Grab, { kind: 'handle' }>;

const unmoved: Point = { x: 0, y: 0 };

export function dragGrab(grab: Grab, pull: Pull, document: Document): Dragged {
  switch (grab.kind) {
    case 'handle':
      return dragHandle(grab, pull, document);
    case 'edge':
      return dragFrameEdge(grab.edge, pull, document);
    case 'image':
      return dragImage(pull, document);
  }
}

function dragImage({ offset, modifiers, snapReach }: Pull, document: Document): Dragged {
  const { placement, canvas } = document;
  const way = modifiers.shift ? alongAxis(offset) : offset;
  const rect = { ...placement, ...addPoints(placement, way) };
  const snapped = snapReach > 0 ? snapMove(rect, canvas, snapReach) : unsnapped(rect);
  const { rect: moved, guides } = modifiers.shift
    ? lockAxis(snapped, way.x === 0 ? 'x' : 'y', placement)
    : snapped;
  const dragged = placeImage(document, moved);
  const { x, y } = dragged.placement;
  return { document: dragged, origin: unmoved, guides, label: `${x}, ${y}` };
}

function dragHandle({ handle }: HandleGrab, pull: Pull, document: Document): Dragged {
  const { placement, canvas } = document;
  const { shift, alt } = pull.modifiers;
  const options = { keepRatio: isCorner(handle) !== shift, fromCentre: alt };
  const ratio = ratioToKeep(document);
  const pointer = addPoints(handlePoint(placement, handle), pull.offset);
  const rect = scaleImage(placement, handle, pointer, options, ratio);
  const snapped =
    pull.snapReach > 0 ? snapScale(rect, handle, canvas, pull.snapReach, options, ratio) : unsnapped(rect);
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
