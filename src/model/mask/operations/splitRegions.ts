import type { Document } from '../../document/document.ts';
import type { Region } from '../../document/region.ts';
import { appendRegions, changeRegions } from '../../document/regions.ts';
import { partsOf, ringsOfPart } from '../../geometry/rings/parts.ts';
import type { Rings } from '../../geometry/rings/ring.ts';
import { operands } from './operands.ts';

/**
 * Makes every connected part of those regions, an outer ring with its holes, a region of its own: the first part stays in
 * the region, with its id and name, and the others are added at the end with new ones. Hidden regions are left alone.
 */
export function splitRegions(document: Document, ids: readonly string[]): Document {
  const partsOfRegion = new Map<Region, readonly Rings[]>();
  for (const region of operands(document.regions, ids)) {
    const parts = partsOf(region.rings);
    if (parts.length > 1) partsOfRegion.set(region, parts.map(ringsOfPart));
  }
  const firsts = changeRegions(document, (region) => {
    const [rings] = partsOfRegion.get(region) ?? [];
    return rings === undefined ? region : { ...region, rings };
  });
  return appendRegions(
    firsts,
    [...partsOfRegion.values()].flatMap(([, ...others]) => others),
  ).document;
}
