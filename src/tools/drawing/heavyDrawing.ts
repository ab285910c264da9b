import type { Document } from '../../model/document/document.ts';
import { visibleRings } from '../../model/document/region.ts';
import { vertexCount } from '../../model/geometry/rings/ring.ts';

/** Fewer are worked out within a frame, also on a slow machine. */
const pointsMax = 100;
const verticesMax = 1000;

/** Whether it may take longer than a frame to combine a drawing of so many points with the mask. */
export function isHeavyDrawing(pointCount: number, document: Document): boolean {
  return pointCount > pointsMax || isHeavyMask(document);
}

export function isHeavyMask({ regions }: Document): boolean {
  return vertexCount(visibleRings(regions)) > verticesMax;
}
