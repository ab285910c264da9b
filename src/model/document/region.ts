import type { Point } from '../geometry/point.ts';

/** A closed ring of vertices, integers in image px; the last joins the first without being repeated. */
export type Ring = readonly Point[];

/**
 * A set of rings that bound an area under the non-zero rule. In normal form (see `normaliseRings`) rings do not cross,
 * outer rings turn one way and holes the other, so that concatenating the rings of several regions bounds their union.
 */
export type Rings = readonly Ring[];

/** A named part of the mask. Hidden regions are neither drawn nor sent. */
export type Region = {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly rings: Rings;
};

/** All that is masked: the rings of the visible regions, bounding their union under the non-zero rule. */
export function visibleRings(regions: readonly Region[]): Rings {
  return regions.filter((region) => !region.isHidden).flatMap((region) => region.rings);
}

export function vertexCount(rings: Rings): number {
  return rings.reduce((count, ring) => count + ring.length, 0);
}
