import type { Document } from '../model/document.ts';
import { isSamePoint, type Point } from '../model/geometry/point.ts';
import type { VertexRef } from '../model/vertices.ts';
import type { Selection } from './tool.ts';

/**
 * The selection after its regions were brought into normal form, which numbers vertices anew: vertices are found again
 * by where they are, and dropped where there is none any more.
 */
export function reselect({ regionIds, vertices }: Selection, before: Document, after: Document): Selection {
  const found = vertices.flatMap((vertex) => {
    const point = vertexAt(vertex, before);
    return point === undefined ? [] : vertexIn(vertex.regionId, point, after);
  });
  return {
    regionIds: regionIds.filter((id) => after.regions.some((region) => region.id === id)),
    vertices: found.filter(
      (vertex, index) => found.findIndex((other) => isSameVertex(other, vertex)) === index,
    ),
  };
}

/** Where that vertex is, in image px. */
export function vertexAt({ regionId, ring, index }: VertexRef, { regions }: Document): Point | undefined {
  return regions.find((region) => region.id === regionId)?.rings[ring]?.[index];
}

function vertexIn(regionId: string, point: Point, { regions }: Document): VertexRef[] {
  const rings = regions.find((region) => region.id === regionId)?.rings ?? [];
  return rings
    .map((ring, ringIndex) => ({
      regionId,
      ring: ringIndex,
      index: ring.findIndex((vertex) => isSamePoint(vertex, point)),
    }))
    .filter(({ index }) => index >= 0)
    .slice(0, 1);
}

export function isSameVertex(a: VertexRef, b: VertexRef): boolean {
  return a.regionId === b.regionId && a.ring === b.ring && a.index === b.index;
}
