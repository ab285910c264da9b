/**
 * Which vertices get handles. Where they are so close on screen that handles would run together, as along what the wand has
 * found, these would cover the photograph and none could be picked out. Such a ring shows only those that are near the
 * pointer, small; the outline shows the others.
 */

import type { Point } from '../../model/geometry/point.ts';
import { forEachEdge } from '../../model/geometry/polygon.ts';
import type { Ring, Rings } from '../../model/geometry/rings/ring.ts';

/** In image px. */
export type VertexHandles = { readonly spaced: readonly Point[]; readonly dense: readonly Point[] };

/** CSS px from vertex to vertex, on a ring's average. */
const spacingMin = 8;
/** CSS px. */
const pointerReach = 32;

/** `pointer` in image px, null where there is none; `toPixels`: CSS px on each axis of one image px. */
export function vertexHandles(rings: Rings, toPixels: Point, pointer: Point | null): VertexHandles {
  const meanScale = Math.sqrt(toPixels.x * toPixels.y);
  const isSpaced = (ring: Ring) => ringLength(ring) * meanScale >= spacingMin * ring.length;
  const dense = rings.filter((ring) => !isSpaced(ring));
  return {
    spaced: rings.filter(isSpaced).flat(),
    dense: pointer === null ? [] : dense.flatMap((ring) => verticesNear(pointer, ring, toPixels)),
  };
}

function verticesNear(pointer: Point, ring: Ring, toPixels: Point): readonly Point[] {
  return ring.filter(
    ({ x, y }) =>
      ((x - pointer.x) * toPixels.x) ** 2 + ((y - pointer.y) * toPixels.y) ** 2 <= pointerReach ** 2,
  );
}

/** A ring of thousands is asked for in every frame, and does not change. */
const cachedLengths = new WeakMap<Ring, number>();

/** Image px. */
function ringLength(ring: Ring): number {
  const cached = cachedLengths.get(ring);
  if (cached !== undefined) return cached;
  let length = 0;
  forEachEdge(ring, (a, b) => {
    // Many times as fast as `Math.hypot`, and a dragged ring is measured anew in every frame.
    length += Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
  });
  cachedLengths.set(ring, length);
  return length;
}
