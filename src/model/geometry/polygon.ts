import type { Point } from './point.ts';

/** The vertices of a closed polygon; the last joins the first. */
export type Polygon = readonly Point[];

/**
 * Twice the area of the triangle a, b, c: positive when the way from a over b to c turns clockwise as seen (y points
 * down), 0 when it runs straight on or straight back. Exact for integers up to 2^25.
 */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

/** Positive when the polygon runs clockwise as seen (y points down). In square units of its space. */
export function signedArea(polygon: Polygon): number {
  let doubled = 0;
  forEachEdge(polygon, (a, b) => {
    doubled += a.x * b.y - a.y * b.x;
  });
  return doubled / 2;
}

/**
 * How often the polygon runs clockwise around the point. A point on an edge counts as inside when the inside is to its
 * right or below, so that a point is in exactly one of two polygons that share an edge.
 */
export function windingNumber(point: Point, polygon: Polygon): number {
  let winding = 0;
  forEachEdge(polygon, (a, b) => {
    const isAbove = a.y <= point.y;
    if (isAbove === b.y <= point.y) return;
    const [top, bottom] = isAbove ? [a, b] : [b, a];
    if (turn(top, bottom, point) <= 0) winding += isAbove ? -1 : 1;
  });
  return winding;
}

export function forEachEdge(polygon: Polygon, visit: (a: Point, b: Point, index: number) => void): void {
  polygon.forEach((a, index) => {
    const b = polygon[index + 1] ?? polygon[0];
    if (b !== undefined) visit(a, b, index);
  });
}

/** In reading order: by y, then by x. */
export function compareFromTop(a: Point, b: Point): number {
  return a.y - b.y || a.x - b.x;
}

/** The same polygon, starting at its top-left-most vertex (smallest y, then x). */
export function startAtTop(polygon: Polygon): Polygon {
  const start = polygon.reduce((first, point, index) => {
    const top = polygon[first];
    return top !== undefined && compareFromTop(point, top) < 0 ? index : first;
  }, 0);
  return [...polygon.slice(start), ...polygon.slice(0, start)];
}

/** The same polygon without the vertices at which it runs straight on; where it turns straight back they stay. */
export function dropStraightVertices(polygon: Polygon): Polygon {
  const isTurning = (vertex: Point, index: number) => {
    const before = polygon.at(index - 1) ?? vertex;
    const after = polygon[index + 1] ?? polygon[0] ?? vertex;
    const isForward =
      (vertex.x - before.x) * (after.x - vertex.x) + (vertex.y - before.y) * (after.y - vertex.y) > 0;
    return !isForward || turn(before, vertex, after) !== 0;
  };
  return polygon.filter(isTurning);
}
