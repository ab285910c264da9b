import type { Document } from '../../document/document.ts';
import { vertexCount } from '../../geometry/rings/ring.ts';
import { simplifyRings } from '../../geometry/rings/simplifyRings.ts';
import { changeRings, operands } from './operands.ts';

/** What simplifying comes to: for the preview while a slider moves, and `document` to commit when it stops. */
export type Simplification = {
  readonly document: Document;
  /** Of the regions that it is about. */
  readonly verticesBefore: number;
  readonly verticesAfter: number;
  /** The farthest that any of the outlines moves, in image px; at most the tolerance. */
  readonly deviation: number;
};

/** Drops as many vertices of those regions as can go without an outline moving by more than `tolerance` image px. */
export function simplification(
  document: Document,
  ids: readonly string[],
  tolerance: number,
): Simplification {
  let deviation = 0;
  const after = changeRings(document, ids, (rings) => {
    const simple = simplifyRings(rings, tolerance);
    deviation = Math.max(deviation, simple.deviation);
    return simple.rings;
  });
  return {
    document: after,
    verticesBefore: verticesOf(document, ids),
    verticesAfter: verticesOf(after, ids),
    deviation,
  };
}

export function simplifyRegions(document: Document, ids: readonly string[], tolerance: number): Document {
  return simplification(document, ids, tolerance).document;
}

function verticesOf({ regions }: Document, ids: readonly string[]): number {
  return vertexCount(operands(regions, ids).flatMap((region) => region.rings));
}
