import type { Point } from '../geometry/point.ts';
import { forEachEdge, turn } from '../geometry/polygon.ts';
import type { Rings } from '../geometry/rings/ring.ts';

/** Bringing rings with more crossings into normal form takes seconds. What people draw has a few, what we send none. */
const crossingsMax = 5000;

/** Pairs of edges above one another, each of which normal form looks at: a mask of 100,000 vertices has far fewer. */
const pairsMax = 20_000_000;

type Edge = { readonly a: Point; readonly b: Point; readonly left: number; readonly right: number };

/** Whether the rings cross each other and themselves so often that they had better not be brought into normal form. */
export function hasTooManyCrossings(rings: Rings): boolean {
  const edges = edgesFromLeft(rings);
  let [pairs, crossings] = [0, 0];
  for (const [index, edge] of edges.entries()) {
    for (let next = index + 1; next < edges.length; next++) {
      const other = edges[next];
      if (other === undefined || other.left > edge.right) break;
      if (++pairs > pairsMax) return true;
      if (isCrossing(edge, other) && ++crossings > crossingsMax) return true;
    }
  }
  return false;
}

function edgesFromLeft(rings: Rings): readonly Edge[] {
  const edges: Edge[] = [];
  for (const ring of rings)
    forEachEdge(ring, (a, b) => {
      edges.push({ a, b, left: Math.min(a.x, b.x), right: Math.max(a.x, b.x) });
    });
  return edges.sort((a, b) => a.left - b.left);
}

function isCrossing(edge: Edge, { a, b }: Edge): boolean {
  const isDivided = turn(edge.a, edge.b, a) * turn(edge.a, edge.b, b) < 0;
  return isDivided && turn(a, b, edge.a) * turn(a, b, edge.b) < 0;
}
