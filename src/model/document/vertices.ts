/**
 * Editing single vertices. A drag shows many documents before it commits one, so these operations come apart: moving
 * and inserting leave the rings as they are, crossings and straight corners included, and replace only the regions
 * they touch; `normaliseRegions` then finishes the gesture. (Normalising at once would drop a vertex that was just
 * inserted, since it still lies on a straight edge.)
 */

import { addPoints, type Point, roundPoint } from '../geometry/point.ts';
import { signedArea, windingNumber } from '../geometry/polygon.ts';
import type { Rings } from '../geometry/rings/ring.ts';
import type { Document } from './document.ts';
import { changeRegions, normaliseRegions, withRings } from './regions.ts';

export type VertexRef = { readonly regionId: string; readonly ring: number; readonly index: number };

/** Equal for references to the same vertex, as a key of sets and maps. */
export function vertexKey({ regionId, ring, index }: VertexRef): string {
  return `${regionId}/${ring}/${index}`;
}

/** `offset` in image px; it is rounded. Not normalised. */
export function moveVertices(document: Document, refs: readonly VertexRef[], offset: Point): Document {
  const step = roundPoint(offset);
  if (step.x === 0 && step.y === 0) return document;
  return changeVertices(document, refs, (vertex) => [addPoints(vertex, step)]);
}

/** Inserts `point` (image px; it is rounded) so that it becomes the vertex that `ref` names. Not normalised. */
export function insertVertex(document: Document, ref: VertexRef, point: Point): Document {
  return changeRegions(document, (region) => {
    if (region.id !== ref.regionId) return region;
    const rings = region.rings.map((ring, index) =>
      index === ref.ring ? ring.toSpliced(ref.index, 0, roundPoint(point)) : ring,
    );
    return { ...region, rings };
  });
}

/** Removes vertices, and with them rings of fewer than three and regions without rings. Normalised. */
export function removeVertices(document: Document, refs: readonly VertexRef[]): Document {
  const removed = changeVertices(document, refs, () => []);
  return normaliseRegions(
    removed,
    refs.map((ref) => ref.regionId),
  );
}

/** Replaces every vertex of `refs` by what `change` makes of it, and drops what is no ring or region any more. */
function changeVertices(
  document: Document,
  refs: readonly VertexRef[],
  change: (vertex: Point) => readonly Point[],
): Document {
  return changeRegions(document, (region) => {
    const own = refs.filter((ref) => ref.regionId === region.id);
    if (own.length === 0) return region;
    const rings = region.rings.map((ring, ringIndex) => {
      const indices = new Set(own.filter((ref) => ref.ring === ringIndex).map((ref) => ref.index));
      return ring.flatMap((vertex, index) => (indices.has(index) ? change(vertex) : vertex));
    });
    return withRings(region, withoutRemnants(rings));
  });
}

/** Drops what is no ring any more, and the holes of an outer ring that has gone, which would count as masked. */
function withoutRemnants(rings: Rings): Rings {
  const whole = rings.filter((ring) => ring.length >= 3);
  if (whole.length === rings.length) return whole;
  const outers = whole.filter((ring) => signedArea(ring) > 0);
  return whole.filter(
    (ring) =>
      signedArea(ring) > 0 ||
      outers.some((outer) => ring.some((vertex) => windingNumber(vertex, outer) !== 0)),
  );
}
