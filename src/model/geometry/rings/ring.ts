import type { Point } from '../point.ts';

/** A closed ring of vertices, integers in image px; the last joins the first without being repeated. */
export type Ring = readonly Point[];

/**
 * A set of rings that bound an area under the non-zero rule. In normal form (see `normaliseRings`) rings do not cross,
 * outer rings turn one way and holes the other, so that concatenating the rings of several regions bounds their union.
 */
export type Rings = readonly Ring[];

export function vertexCount(rings: Rings): number {
  return rings.reduce((count, ring) => count + ring.length, 0);
}
