import type { Document } from '../../model/document/document.ts';
import { handleDirections, type ScaleHandle } from '../../model/document/scaleImage.ts';
import type { Edge } from '../../model/geometry/edges.ts';
import { distance, type Point } from '../../model/geometry/point.ts';
import { centreOf, isPointInRect, type Rect, rectOfSize } from '../../model/geometry/rect.ts';
import type { Mark } from '../draft.ts';
import { type HitPlace, hitRadius } from '../hitRadius.ts';

/** What a press would drag: a handle of the image's box, an edge of the canvas, or the image itself. */
export type MoveTarget =
  | { readonly kind: 'handle'; readonly handle: ScaleHandle }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'image' };

/** Radii and distances in CSS px. */
const handleRadius = 9;
const edgeReach = 5;
const gripDistance = 14;
const gripReach = { along: 20, across: 8 };
/** A shorter side has no handle in its middle, so that the image can still be dragged between the corners. */
const handledSideMin = 40;

const handles: readonly ScaleHandle[] = ['nw', 'ne', 'se', 'sw', 'n', 'e', 's', 'w'];
const edges: readonly Edge[] = ['top', 'right', 'bottom', 'left'];
/** The axis along which an edge and its grip lie. */
const edgeAxes = { top: 'x', right: 'y', bottom: 'x', left: 'y' } as const satisfies Record<Edge, 'x' | 'y'>;
const edgeDirections: Record<Edge, Point> = {
  top: handleDirections.n,
  right: handleDirections.e,
  bottom: handleDirections.s,
  left: handleDirections.w,
};

const handleCursors: Record<ScaleHandle, string> = {
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  nw: 'nwse-resize',
  se: 'nwse-resize',
};

/** What a press there would drag: what is smallest comes first, and of the handles the nearest. */
export function moveTargetAt(place: HitPlace, document: Document): MoveTarget | undefined {
  const { point, unitsPerPixel } = place;
  const away = (each: ScaleHandle) => distance(handlePoint(document.placement, each), point);
  const handle = shownHandles(document, unitsPerPixel)
    .filter((each) => away(each) <= hitRadius(handleRadius, place))
    .sort((a, b) => away(a) - away(b))[0];
  if (handle !== undefined) return { kind: 'handle', handle };
  const edge = edges.find((each) => isOnEdge(place, each, document));
  if (edge !== undefined) return { kind: 'edge', edge };
  if (document.image !== null && isPointInRect(point, document.placement)) return { kind: 'image' };
  return undefined;
}

export function moveTargetCursor(target: MoveTarget): string {
  switch (target.kind) {
    case 'handle':
      return handleCursors[target.handle];
    case 'edge':
      return edgeAxes[target.edge] === 'x' ? 'ns-resize' : 'ew-resize';
    case 'image':
      return 'move';
  }
}

/** The handles of the image's box that are far enough apart to be shown. */
export function shownHandles({ image, placement }: Document, unitsPerPixel: number): readonly ScaleHandle[] {
  if (image === null) return [];
  const sideMin = handledSideMin * unitsPerPixel;
  return handles.filter((handle) => {
    const { x, y } = handleDirections[handle];
    return (x !== 0 || placement.width >= sideMin) && (y !== 0 || placement.height >= sideMin);
  });
}

export function isCorner(handle: ScaleHandle): boolean {
  const { x, y } = handleDirections[handle];
  return x !== 0 && y !== 0;
}

/** Where a handle of that box stands: on a corner or in the middle of a side. */
export function handlePoint(box: Rect, handle: ScaleHandle): Point {
  return pointOfBox(box, handleDirections[handle]);
}

/** One grip outside the middle of every edge of the canvas. */
export function canvasGrips(document: Document, unitsPerPixel: number): Mark[] {
  return edges.map((edge) => ({
    kind: 'grip',
    at: gripPoint(edge, unitsPerPixel, document),
    axis: edgeAxes[edge],
  }));
}

function gripPoint(edge: Edge, unitsPerPixel: number, { canvas }: Document): Point {
  const middle = pointOfBox(rectOfSize(canvas), edgeDirections[edge]);
  const { x, y } = edgeDirections[edge];
  const outside = gripDistance * unitsPerPixel;
  return { x: middle.x + x * outside, y: middle.y + y * outside };
}

/** On the edge's line, anywhere along it, or on its grip. */
function isOnEdge(place: HitPlace, edge: Edge, document: Document): boolean {
  const { point, unitsPerPixel } = place;
  const canvasRect = rectOfSize(document.canvas);
  const length = edgeAxes[edge] === 'x' ? canvasRect.width : canvasRect.height;
  const reach = hitRadius(edgeReach, place);
  const line = { at: pointOfBox(canvasRect, edgeDirections[edge]), along: length / 2 + reach, across: reach };
  const grip = {
    at: gripPoint(edge, unitsPerPixel, document),
    along: hitRadius(gripReach.along, place),
    across: hitRadius(gripReach.across, place),
  };
  return [line, grip].some(({ at, along, across }) => {
    const [x, y] = edgeAxes[edge] === 'x' ? [along, across] : [across, along];
    return Math.abs(point.x - at.x) <= x && Math.abs(point.y - at.y) <= y;
  });
}

function pointOfBox(box: Rect, direction: Point): Point {
  const centre = centreOf(box);
  return { x: centre.x + (direction.x * box.width) / 2, y: centre.y + (direction.y * box.height) / 2 };
}
