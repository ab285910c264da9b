import { canvasToImage } from '../../model/document/spaces.ts';
import { type VertexRef, vertexKey } from '../../model/document/vertices.ts';
import type { Point } from '../../model/geometry/point.ts';
import { boundsOf, intersectRects, isPointInRect, type Rect } from '../../model/geometry/rect.ts';
import { clipRings } from '../../model/geometry/rings/clipRings.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { DocumentWithSelection, Selection } from '../selection.ts';

import { regionsWithHandles } from './selectHit.ts';

/**
 * What a box between two points (canvas px) selects: where it touches none but selected regions, the vertices of them in
 * it; else, or where there are none, the visible regions that it touches. With `isAdding`, beside what is selected.
 */
export function marqueeSelection(
  from: Point,
  to: Point,
  isAdding: boolean,
  current: DocumentWithSelection,
): Selection {
  const { document, selection } = current;
  const box = outwardRect(boundsOf([canvasToImage(from, document), canvasToImage(to, document)]));
  const touched = document.regions
    .filter((region) => !region.isHidden && isTouched(region.rings, box))
    .map((region) => region.id);
  const isForVertices = touched.every((id) => selection.regionIds.includes(id));
  const vertices = isForVertices ? verticesIn(box, current) : [];
  if (vertices.length > 0)
    return {
      regionIds: selection.regionIds,
      vertices: isAdding ? joinVertices(selection.vertices, vertices) : vertices,
    };
  const kept = isAdding ? selection.regionIds : [];
  const regionIds = [...kept, ...touched.filter((id) => !kept.includes(id))];
  return { regionIds, vertices: isAdding ? selection.vertices : [] };
}

/** The vertices in the box of all regions that show theirs. */
function verticesIn(box: Rect, { document, selection }: DocumentWithSelection): VertexRef[] {
  return regionsWithHandles(document, selection).flatMap(({ id, rings }) =>
    rings.flatMap((vertices, ring) =>
      vertices.flatMap((vertex, index) => (isPointInRect(vertex, box) ? { regionId: id, ring, index } : [])),
    ),
  );
}

function joinVertices(vertices: readonly VertexRef[], added: readonly VertexRef[]): readonly VertexRef[] {
  return [...new Map([...vertices, ...added].map((vertex) => [vertexKey(vertex), vertex])).values()];
}

/** Clipping decides; most regions need not be clipped for it. */
function isTouched(rings: Rings, box: Rect): boolean {
  const vertices = rings.flat();
  if (vertices.some((vertex) => isPointInRect(vertex, box))) return true;
  return intersectRects(boundsOf(vertices), box) !== undefined && clipRings(rings, box).length > 0;
}

/** The smallest integer rectangle around `rect` that has an area. */
function outwardRect({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.ceil(x + width) - left),
    height: Math.max(1, Math.ceil(y + height) - top),
  };
}
