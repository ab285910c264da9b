import type { Point } from '../point.ts';
import { forEachEdge, windingNumber } from '../polygon.ts';
import { nearestOnSegment } from '../segment.ts';
import type { Rings } from './ring.ts';

/** A vertex of a ring, by its indices; the distance is measured after `scale`. */
export type VertexHit = { readonly ring: number; readonly index: number; readonly distance: number };

/** A point on the edge from vertex `index` to the one after it, in the rings' space. */
export type EdgeHit = VertexHit & { readonly point: Point };

const unscaled: Point = { x: 1, y: 1 };

/** Whether the point is in the area under the non-zero rule. */
export function isPointInRings(point: Point, rings: Rings): boolean {
  return rings.reduce((winding, ring) => winding + windingNumber(point, ring), 0) !== 0;
}

/**
 * The vertex nearest to the point; undefined where none is within `reach`. `scale` stretches each axis before measuring, so
 * that "near" on the canvas can be asked of rings in image px.
 */
export function nearestVertex(
  point: Point,
  rings: Rings,
  scale: Point = unscaled,
  reach = Number.POSITIVE_INFINITY,
): VertexHit | undefined {
  let nearest: VertexHit | undefined;
  rings.forEach((vertices, ring) => {
    vertices.forEach((vertex, index) => {
      if (isApart(point, vertex, vertex, scale, reach)) return;
      const distance = scaledDistance(point, vertex, scale);
      if (distance <= reach && (nearest === undefined || distance < nearest.distance))
        nearest = { ring, index, distance };
    });
  });
  return nearest;
}

/** The edge nearest to the point, and where on it; `scale` and `reach` as above. */
export function nearestEdge(
  point: Point,
  rings: Rings,
  scale: Point = unscaled,
  reach = Number.POSITIVE_INFINITY,
): EdgeHit | undefined {
  let nearest: EdgeHit | undefined;
  const stretched = stretch(point, scale);
  rings.forEach((vertices, ring) => {
    forEachEdge(vertices, (a, b, index) => {
      if (isApart(point, a, b, scale, reach)) return;
      const foot = nearestOnSegment(stretched, stretch(a, scale), stretch(b, scale));
      const distance = Math.hypot(foot.x - stretched.x, foot.y - stretched.y);
      if (distance > reach || (nearest !== undefined && distance >= nearest.distance)) return;
      nearest = { ring, index, point: { x: foot.x / scale.x, y: foot.y / scale.y }, distance };
    });
  });
  return nearest;
}

/** Whether the edge's bounds alone tell that it is out of reach: so it is with most, at every move of a pointer. */
function isApart(point: Point, a: Point, b: Point, scale: Point, reach: number): boolean {
  return (
    (Math.min(a.x, b.x) - point.x) * scale.x > reach ||
    (point.x - Math.max(a.x, b.x)) * scale.x > reach ||
    (Math.min(a.y, b.y) - point.y) * scale.y > reach ||
    (point.y - Math.max(a.y, b.y)) * scale.y > reach
  );
}

function stretch({ x, y }: Point, scale: Point): Point {
  return { x: x * scale.x, y: y * scale.y };
}

function scaledDistance(a: Point, b: Point, scale: Point): number {
  return Math.hypot((a.x - b.x) * scale.x, (a.y - b.y) * scale.y);
}
