import { limits } from '../../contract/limits.ts';
import type { Document } from '../document/document.ts';
import { visibleRings } from '../document/region.ts';
import { signedArea } from '../geometry/polygon.ts';
import { type Rings, vertexCount } from '../geometry/rings/ring.ts';
import type { MaskFrameKind } from '../mask/maskFrame.ts';
import { sentRings } from './sentRings.ts';

/** Of a mask as polygons, as it is sent. */
export type MaskDetail = { readonly areas: number; readonly vertices: number };

/** How detailed the mask is, where a request has no room for it as polygons. */
export function excessiveDetail(document: Document, kind: MaskFrameKind): MaskDetail | undefined {
  // Working out what is sent may take a second, and gives more than was drawn only where regions cross again and again.
  if (isWithinLimits(detailOf(visibleRings(document.regions)))) return undefined;
  const detail = detailOf(sentRings(document, kind));
  return isWithinLimits(detail) ? undefined : detail;
}

function detailOf(rings: Rings): MaskDetail {
  const holes = rings.filter((ring) => signedArea(ring) < 0).length;
  // A hole is bridged to the outline around it, and both ends of the bridge are sent twice.
  return { areas: rings.length - holes, vertices: vertexCount(rings) + 2 * holes };
}

function isWithinLimits({ areas, vertices }: MaskDetail): boolean {
  return areas <= limits.areasMax && vertices <= limits.verticesMax;
}
