import type { Point } from '../point.ts';

/** A number of its own for each vertex of whole px up to 2^25. */
export function vertexKey({ x, y }: Point): number {
  return x * 2 ** 26 + y;
}
