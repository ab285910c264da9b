import type { Document } from '../../document/document.ts';
import type { Region } from '../../document/region.ts';
import { changeRegions, withRings } from '../../document/regions.ts';
import { isSameRings } from '../../geometry/rings/isSameRings.ts';
import type { Rings } from '../../geometry/rings/ring.ts';

/** What an operation acts on: the selected regions, or with none selected all of them; never hidden ones. */
export function operandIds({ regions }: Document, selectedIds: readonly string[]): readonly string[] {
  return operands(regions, selectedIds.length === 0 ? regions.map(({ id }) => id) : selectedIds).map(
    ({ id }) => id,
  );
}

/** The visible ones of those regions, in the order of the list: from the bottom to the top. */
export function operands(regions: readonly Region[], ids: readonly string[]): readonly Region[] {
  const wanted = new Set(ids);
  return regions.filter(({ id, isHidden }) => !isHidden && wanted.has(id));
}

/** The document with `change` made to each visible one of those regions on its own; what it empties is removed. */
export function changeRings(
  document: Document,
  ids: readonly string[],
  change: (rings: Rings) => Rings,
): Document {
  const subjects = new Set(operands(document.regions, ids));
  return changeRegions(document, (region) => {
    if (!subjects.has(region)) return region;
    const rings = change(region.rings);
    return isSameRings(rings, region.rings) ? region : withRings(region, rings);
  });
}
