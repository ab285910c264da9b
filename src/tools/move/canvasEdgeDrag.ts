import { extendCanvas } from '../../model/document/canvas.ts';
import type { Document } from '../../model/document/document.ts';
import type { SnapGuide } from '../../model/document/snapping.ts';
import { type Edge, type EdgeValues, zeroEdges } from '../../model/geometry/edges.ts';
import { type Point, subtractPoints } from '../../model/geometry/point.ts';
import { roundPx } from '../../model/geometry/scalar.ts';
import type { MoveDrag, MoveDragResult } from './moveDragResult.ts';

/** The axis along which an edge is dragged, and its direction outwards. */
const outwards = {
  top: { axis: 'y', sign: -1 },
  right: { axis: 'x', sign: 1 },
  bottom: { axis: 'y', sign: 1 },
  left: { axis: 'x', sign: -1 },
} as const satisfies Record<Edge, { axis: 'x' | 'y'; sign: number }>;

const opposite: Record<Edge, Edge> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

/** Resizes the canvas by one of its edges, with Alt by the opposite one as much; the image stays where it is seen. */
export function dragCanvasEdge(
  edge: Edge,
  { offset, modifiers, snapReach }: MoveDrag,
  document: Document,
): MoveDragResult {
  const { axis, sign } = outwards[edge];
  const start = edgePosition(edge, document);
  const line = nearestLine(start + offset[axis], imageLines(axis, document), snapReach);
  const growth = sign * (line === undefined ? offset[axis] : line - start);
  const growths = { ...zeroEdges, [edge]: growth, ...(modifiers.alt ? { [opposite[edge]]: growth } : {}) };
  const dragged = extendCanvas(document, growths);
  const origin = movedOrigin(document, dragged, growths);
  const { width, height } = dragged.canvas;
  const isSnapped = line !== undefined && edgePosition(edge, dragged) + origin[axis] === line;
  const guides: SnapGuide[] = isSnapped ? [{ axis, at: line - origin[axis] }] : [];
  return { document: dragged, origin, guides, label: `${width} × ${height}` };
}

/** The edge's coordinate on the axis that it is dragged along, in its own document's canvas px. */
function edgePosition(edge: Edge, { canvas }: Document): number {
  const { axis, sign } = outwards[edge];
  if (sign < 0) return 0;
  return axis === 'x' ? canvas.width : canvas.height;
}

/** The image's edges across that axis. */
function imageLines(axis: 'x' | 'y', { image, placement }: Document): readonly number[] {
  if (image === null) return [];
  return [placement[axis], placement[axis] + (axis === 'x' ? placement.width : placement.height)];
}

function nearestLine(at: number, lines: readonly number[], reach: number): number | undefined {
  const [nearest] = lines.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return nearest !== undefined && Math.abs(nearest - at) < reach ? nearest : undefined;
}

/**
 * Where the resized canvas's corner lies in the canvas before it. An image shows it, since it does not move; without one
 * the canvas has grown on both sides in the proportion that was asked for.
 */
function movedOrigin(before: Document, after: Document, growths: EdgeValues): Point {
  if (before.image !== null) return subtractPoints(before.placement, after.placement);
  const { top, right, bottom, left } = growths;
  return {
    x: roundPx(-shareOf(after.canvas.width - before.canvas.width, left, right)),
    y: roundPx(-shareOf(after.canvas.height - before.canvas.height, top, bottom)),
  };
}

function shareOf(growth: number, own: number, other: number): number {
  return own === 0 ? 0 : (growth * own) / (own + other);
}
