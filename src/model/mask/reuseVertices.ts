import { isSamePoint, type Point } from '../geometry/point.ts';
import type { Ring, Rings } from './region.ts';
import { vertexKey } from './vertexKey.ts';

/**
 * The same rings, made of the very vertices of `before` where they are in the same place, and of its very rings where all
 * of one is as it was: what two steps of the history have in common is in memory once.
 */
export function reuseVertices(rings: Rings, before: Rings): Rings {
  const vertices = new Map<number, Point>();
  for (const ring of before) for (const vertex of ring) vertices.set(vertexKey(vertex), vertex);
  const starts = ringsByStart(before);
  return rings.map((ring) => {
    const same = starts.get(startKey(ring))?.find((old) => isSameRing(old, ring));
    return same ?? ring.map((vertex) => vertices.get(vertexKey(vertex)) ?? vertex);
  });
}

/** Several rings may start where they touch each other. */
function ringsByStart(rings: Rings): Map<number, Ring[]> {
  const starts = new Map<number, Ring[]>();
  for (const ring of rings) {
    const others = starts.get(startKey(ring));
    if (others === undefined) starts.set(startKey(ring), [ring]);
    else others.push(ring);
  }
  return starts;
}

function startKey([first]: Ring): number {
  return first === undefined ? 0 : vertexKey(first);
}

function isSameRing(a: Ring, b: Ring): boolean {
  return (
    a.length === b.length &&
    a.every((vertex, index) => {
      const other = b[index];
      return other !== undefined && isSamePoint(vertex, other);
    })
  );
}
