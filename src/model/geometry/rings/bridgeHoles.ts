/**
 * The service's polygons have no holes, so a hole is opened to its outer ring: the outline runs along a bridge (a slit
 * of no width) to the hole, around it, and back along the same bridge. As both passes cancel, the same pixels are
 * covered. A bridge must join two existing vertices, since a new one between whole pixels would move an edge, and must
 * see its end, since crossing outlines are not valid polygons; the nearest vertex often cannot be seen. The rule: holes
 * are taken from the top. From the hole's top-left-most vertex, go straight up to the first edge of what is assembled so
 * far, and take the upper end of that edge; of the vertices that stand in the way to it, take the one nearest to the
 * upward direction instead. Everything on the way lies above the hole, so holes yet to come cannot be in the way. A hole
 * that touches the outline with its top vertex is spliced in there, without a bridge.
 */

import { isSamePoint, type Point } from '../point.ts';
import { compareFromTop, dropStraightVertices, forEachEdge, startAtTop, turn } from '../polygon.ts';
import type { Ring, Rings } from './ring.ts';

/** One ring for an outer ring and its holes, all in normal form. Starts at the top-left-most vertex. */
export function bridgeHoles(outer: Ring, holes: Rings): Ring {
  return dropStraightVertices(
    holes
      .map((hole) => startAtTop(hole))
      .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : compareFromTop(a, b)))
      .reduce(spliceHole, startAtTop(outer)),
  );
}

/** `hole` starts at its top. */
function spliceHole(ring: Ring, hole: Ring): Ring {
  const [top, second] = hole;
  if (top === undefined || second === undefined) return ring;
  const touched = splitEdgeAt(ring, top);
  if (touched !== undefined) {
    const at = occurrenceFacing(touched, top, second);
    return [...touched.slice(0, at + 1), ...hole.slice(1), ...touched.slice(at)];
  }
  const end = visibleVertexAbove(ring, top);
  const at = occurrenceFacing(ring, end, top);
  return [...ring.slice(0, at + 1), ...hole, top, ...ring.slice(at)];
}

/** The ring with `point` among its vertices, if it lies on it at all. */
function splitEdgeAt(ring: Ring, point: Point): Ring | undefined {
  if (ring.some((vertex) => isSamePoint(vertex, point))) return ring;
  let split: Ring | undefined;
  forEachEdge(ring, (a, b, index) => {
    if (!isOnSegment(point, a, b)) return;
    split ??= [...ring.slice(0, index + 1), point, ...ring.slice(index + 1)];
  });
  return split;
}

function isOnSegment(point: Point, a: Point, b: Point): boolean {
  const isWithin = (point.x - a.x) * (point.x - b.x) <= 0 && (point.y - a.y) * (point.y - b.y) <= 0;
  return isWithin && turn(a, b, point) === 0;
}

type EdgeAbove = { readonly a: Point; readonly b: Point; readonly y: number };

function visibleVertexAbove(ring: Ring, from: Point): Point {
  const edge = edgeAbove(ring, from);
  if (edge === undefined) return ring[0] ?? from;
  const upper = upperEnd(edge, from);
  if (upper.x === from.x) return upper;
  const side = Math.sign(upper.x - from.x);
  const isBelowEdge = (point: Point) => turn(edge.a, edge.b, point) * turn(edge.a, edge.b, from) >= 0;
  return ring.reduce((best, point) => {
    if ((point.x - from.x) * side <= 0 || !isBelowEdge(point)) return best;
    const sideways = turn(from, best, point) * side;
    const isNearer = Math.abs(point.x - from.x) < Math.abs(best.x - from.x);
    return sideways < 0 || (sideways === 0 && isNearer) ? point : best;
  }, upper);
}

/** The first edge straight up from a point. Where an edge and a vertex are met at once, one that ends in the vertex. */
function edgeAbove(ring: Ring, from: Point): EdgeAbove | undefined {
  let nearest: EdgeAbove | undefined;
  forEachEdge(ring, (a, b) => {
    if (a.x === b.x || (a.x - from.x) * (b.x - from.x) > 0) return;
    const y = a.y + ((from.x - a.x) * (b.y - a.y)) / (b.x - a.x);
    if (y >= from.y) return;
    const isVertex = a.x === from.x || b.x === from.x;
    if (nearest === undefined || y > nearest.y || (y === nearest.y && isVertex)) nearest = { a, b, y };
  });
  return nearest;
}

/** The end straight above `from`, if one is, else the higher one. */
function upperEnd({ a, b }: EdgeAbove, from: Point): Point {
  if (a.x === from.x) return a;
  if (b.x === from.x) return b;
  return a.y < b.y ? a : b;
}

/** A vertex at which bridges end occurs several times: the index of the one whose inner angle faces `target`. */
function occurrenceFacing(ring: Ring, vertex: Point, target: Point): number {
  const isHere = (point: Point) => isSamePoint(point, vertex);
  const facing = ring.findIndex((point, index) => isHere(point) && isFacing(ring, index, target));
  return facing >= 0 ? facing : Math.max(0, ring.findIndex(isHere));
}

function isFacing(ring: Ring, index: number, target: Point): boolean {
  const [before, vertex, after] = [ring.at(index - 1), ring[index], ring[index + 1] ?? ring[0]];
  if (before === undefined || vertex === undefined || after === undefined) return false;
  const isRightOfBoth = [turn(before, vertex, target) > 0, turn(vertex, after, target) > 0];
  return turn(before, vertex, after) > 0 ? isRightOfBoth.every(Boolean) : isRightOfBoth.some(Boolean);
}
