import type { Document } from '../../model/document/document.ts';
import type { Region } from '../../model/document/region.ts';
import type { VertexRef } from '../../model/document/vertices.ts';
import { type Point, pointKey } from '../../model/geometry/point.ts';
import type { Selection } from '../selection.ts';

/**
 * The selection after its regions were brought into normal form, which numbers vertices anew: vertices are found again
 * by where they are, and dropped where there is none any more.
 */
export function remapSelection(
  { regionIds, vertices }: Selection,
  before: Document,
  after: Document,
): Selection {
  const changedIds = new Set(vertices.map((vertex) => vertex.regionId));
  const changed = after.regions.filter(({ id }) => changedIds.has(id));
  const verticesOfRegion = new Map(changed.map((region) => [region.id, verticesByPoint(region)]));
  const found = vertices.flatMap((vertex) => {
    const point = vertexAt(vertex, before);
    return (point && verticesOfRegion.get(vertex.regionId)?.get(pointKey(point))) ?? [];
  });
  return {
    regionIds: regionIds.filter((id) => after.regions.some((region) => region.id === id)),
    vertices: [...new Set(found)],
  };
}

/** Where that vertex is, in image px. */
export function vertexAt({ regionId, ring, index }: VertexRef, { regions }: Document): Point | undefined {
  return regions.find((region) => region.id === regionId)?.rings[ring]?.[index];
}

/** Of several vertices at one place, the first. */
function verticesByPoint({ id, rings }: Region): ReadonlyMap<number, VertexRef> {
  const entries = rings.flatMap((vertices, ring) =>
    vertices.map((point, index) => [pointKey(point), { regionId: id, ring, index }] as const),
  );
  return new Map(entries.reverse());
}

export function isSameVertex(a: VertexRef, b: VertexRef): boolean {
  return a.regionId === b.regionId && a.ring === b.ring && a.index === b.index;
}
