import type { Point } from '../geometry/point.ts';
import type { Document } from './document.ts';
import type { AddedRegions } from './regions.ts';
import { moveRings, nextRegionNumber } from './regions.ts';

/** Adds copies of those regions, moved by `offset` (image px, whole) and with numbers of their own, on top of all. */
export function duplicateRegions(document: Document, ids: readonly string[], offset: Point): AddedRegions {
  const originals = document.regions.filter(({ id }) => ids.includes(id));
  const first = nextRegionNumber(document.regions);
  const copies = originals.map((region, index) => ({
    ...region,
    id: `region-${first + index}`,
    name: `Region ${first + index}`,
    rings: moveRings(region.rings, offset),
  }));
  if (copies.length === 0) return { document, regionIds: [] };
  return {
    document: { ...document, regions: [...document.regions, ...copies] },
    regionIds: copies.map(({ id }) => id),
  };
}
