import type { Ring } from './ring.ts';
import { ringDetail } from './ringDetail.ts';

type SimplifiedRing = { readonly ring: Ring; readonly deviation: number };

/**
 * The ring without the vertices that are within `tolerance` of the edge which then takes their place: so the whole outline
 * stays within it. Three vertices far apart always stay; a ring never vanishes.
 */
export function simplifyRing(ring: Ring, tolerance: number): SimplifiedRing {
  if (ring.length <= 3) return { ring, deviation: 0 };
  const detail = ringDetail(ring);
  const { deviation } = detail.refine(tolerance);
  return { ring: detail.outlineAt(tolerance), deviation };
}
