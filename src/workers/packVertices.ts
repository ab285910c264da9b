/**
 * Lists of vertices on their way to a worker and back. As they are they cost an object a vertex, each of which is copied with
 * the names of its fields; packed, a vertex is three numbers in one typed array.
 */
import type { VertexRef } from '../model/document/vertices.ts';

/** A vertex is the place of its region among the ids, its ring and its index. */
export type PackedVertices = {
  readonly regionIds: readonly string[];
  readonly numbers: Uint32Array<ArrayBuffer>;
};

export function packVertices(vertices: readonly VertexRef[]): PackedVertices {
  const places = new Map<string, number>();
  const numbers = new Uint32Array(3 * vertices.length);
  let at = 0;
  for (const { regionId, ring, index } of vertices) {
    const place = places.get(regionId) ?? places.size;
    places.set(regionId, place);
    numbers[at++] = place;
    numbers[at++] = ring;
    numbers[at++] = index;
  }
  return { regionIds: [...places.keys()], numbers };
}

export function unpackVertices({ regionIds, numbers }: PackedVertices): readonly VertexRef[] {
  return Array.from({ length: numbers.length / 3 }, (_, vertex) => ({
    regionId: regionIds[numbers[3 * vertex] ?? 0] ?? '',
    ring: numbers[3 * vertex + 1] ?? 0,
    index: numbers[3 * vertex + 2] ?? 0,
  }));
}

/** Of nothing else and not empty, as what is packed comes back so. */
export function isVertices(value: unknown): value is readonly VertexRef[] {
  return Array.isArray(value) && value.length > 0 && value.every(isVertex);
}

function isVertex(value: unknown): value is VertexRef {
  if (typeof value !== 'object' || value === null) return false;
  if (!('regionId' in value && 'ring' in value && 'index' in value)) return false;
  return (
    typeof value.regionId === 'string' &&
    isCount(value.ring) &&
    isCount(value.index) &&
    Object.keys(value).length === 3
  );
}

/** What a `Uint32Array` holds exactly. */
function isCount(value: unknown): boolean {
  return typeof value === 'number' && value >>> 0 === value && !Object.is(value, -0);
}
