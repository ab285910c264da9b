import type { Point } from '../point.ts';
import { forEachEdge, turn } from '../polygon.ts';
import { type Extent, forEachNearPair } from './nearPairs.ts';
import type { Ring, Rings } from './ring.ts';
import { splitAtTouches } from './splitAtTouches.ts';

/** An edge with its bounds, and the points to be inserted in it. */
type Edge = Extent & {
  readonly a: Point;
  readonly b: Point;
  readonly ring: Ring;
  readonly nodes: Point[];
};

/** What noding found: `isFullyNoded` where no edges cross or run along each other. */
type Noded = { readonly rings: Rings; readonly isFullyNoded: boolean };

/** What becomes of crossings: vertices, rounded to whole pixels, or nothing, so that the area stays exactly the same. */
type Crossings = 'rounded' | 'left';

/**
 * Puts a vertex into both edges wherever two cross or run along each other (at the ends of the common part), and into an
 * edge that its own ring touches; then divides rings where they touch themselves. Spikes vanish.
 */
export function nodeRings(rings: Rings, crossings: Crossings): Noded {
  const edges = rings.map(edgesOf);
  let isFullyNoded = true;
  forEachNearPair(edges.flat(), (edge, other) => {
    if (addNodes(edge, other, crossings)) isFullyNoded = false;
  });
  const noded = edges.map((ring) => ring.flatMap(verticesOf));
  return { rings: noded.flatMap(splitAtTouches), isFullyNoded };
}

function edgesOf(ring: Ring): Edge[] {
  const edges: Edge[] = [];
  forEachEdge(ring, (a, b) => {
    const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
    const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
    edges.push({ a, b, ring, left, right, top, bottom, nodes: [] });
  });
  return edges;
}

/** The edge's first vertex and its nodes, in the order in which the edge passes them. */
function verticesOf({ a, b, nodes }: Edge): Point | Point[] {
  if (nodes.length === 0) return a;
  const along = (point: Point) => (point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y);
  return [a, ...nodes.toSorted((p, q) => along(p) - along(q))];
}

/** Whether the edges cross or run along each other. */
function addNodes(edge: Edge, other: Edge, crossings: Crossings): boolean {
  const a = turn(other.a, other.b, edge.a);
  const b = turn(other.a, other.b, edge.b);
  if (a * b > 0) return false;
  const otherA = turn(edge.a, edge.b, other.a);
  const otherB = turn(edge.a, edge.b, other.b);
  if (otherA * otherB > 0) return false;
  if (otherA === 0 && otherB === 0) return addCommonPart(edge, other);
  if (a * b < 0 && otherA * otherB < 0) {
    if (crossings === 'rounded') addCrossing(edge, other, otherA / (otherA - otherB));
    return true;
  }
  if (edge.ring === other.ring) {
    if (a * b < 0) addTouch(edge, other, otherA, otherB);
    if (otherA * otherB < 0) addTouch(other, edge, a, b);
  }
  return false;
}

/** `share` is how far along the other edge the crossing is. */
function addCrossing(edge: Edge, { a, b, nodes }: Edge, share: number): void {
  const crossing = { x: Math.round(a.x + (b.x - a.x) * share), y: Math.round(a.y + (b.y - a.y) * share) };
  edge.nodes.push(crossing);
  nodes.push(crossing);
}

/** An end of `other`, on the side 0 of `edge`, lies within it. */
function addTouch(edge: Edge, other: Edge, sideA: number, sideB: number): void {
  if (sideA === 0) edge.nodes.push(other.a);
  if (sideB === 0) edge.nodes.push(other.b);
}

/** Of two edges on one line: the part from the later start to the earlier end, if it has a length. */
function addCommonPart(edge: Edge, other: Edge): boolean {
  const axis = edge.a.x === edge.b.x ? 'y' : 'x';
  const [p, q] = inOrder(edge, axis);
  const [r, s] = inOrder(other, axis);
  const start = p[axis] > r[axis] ? p : r;
  const end = q[axis] < s[axis] ? q : s;
  if (start[axis] >= end[axis]) return false;
  edge.nodes.push(start, end);
  other.nodes.push(start, end);
  return true;
}

function inOrder({ a, b }: Edge, axis: 'x' | 'y'): readonly [Point, Point] {
  return a[axis] < b[axis] ? [a, b] : [b, a];
}
