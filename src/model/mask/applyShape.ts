import type { Document } from '../document/document.ts';
import { type Region, visibleRings } from '../document/region.ts';
import { type AddedRegions, appendRegions, changeRegions, withRings } from '../document/regions.ts';
import { intersectRects } from '../geometry/rect.ts';
import { boundsOfRings } from '../geometry/rings/boundsOfRings.ts';
import { intersectRings, subtractRings, uniteRings } from '../geometry/rings/combineRings.ts';
import { isSameRings } from '../geometry/rings/isSameRings.ts';
import type { Rings } from '../geometry/rings/ring.ts';

/** What a drawn shape does to the mask. */
export type CombineMode = 'new' | 'add' | 'subtract' | 'intersect';

/**
 * Applies a drawn shape (rings in image px, in normal form) to the mask: to all regions that can be seen, whatever is
 * selected, since the newest region is selected by itself and a shape is drawn over what is in sight. Hidden regions are
 * left alone.
 *
 * - new: a region of its own.
 * - add: united with every region that it touches, all of them becoming the first one; a new region where it touches none.
 * - subtract, intersect: cut out of, or kept of, each region; a region that nothing remains of is removed.
 *
 * The same document object comes back where nothing changes, as with a shape without rings.
 */
export function applyShape(document: Document, rings: Rings, mode: CombineMode): AddedRegions {
  if (rings.length === 0) return { document, regionIds: [] };
  const subjects = document.regions.filter((region) => !region.isHidden);
  switch (mode) {
    case 'new':
      return appendRegions(document, [rings]);
    case 'add':
      return unite(document, rings, subjects);
    case 'subtract':
      return reduce(document, subjects.filter(isNear(rings)), (region) => subtractRings(region.rings, rings));
    case 'intersect':
      return reduce(document, subjects, (region) => intersectRings(region.rings, rings));
  }
}

function unite(document: Document, rings: Rings, subjects: readonly Region[]): AddedRegions {
  const touched = subjects
    .filter(isNear(rings))
    .filter((region) => intersectRings(region.rings, rings).length > 0);
  const [first] = touched;
  if (first === undefined) return appendRegions(document, [rings]);
  const united = uniteRings(rings, visibleRings(touched));
  return {
    document: changeRegions(document, (region) => {
      if (region === first) return isSameRings(united, region.rings) ? region : withRings(region, united);
      return touched.includes(region) ? null : region;
    }),
    regionIds: [first.id],
  };
}

/** Leaves of each subject the part that `partOf` says. */
function reduce(
  document: Document,
  subjects: readonly Region[],
  partOf: (region: Region) => Rings,
): AddedRegions {
  const changed: string[] = [];
  const after = changeRegions(document, (region) => {
    if (!subjects.includes(region)) return region;
    const part = partOf(region);
    if (isSameRings(part, region.rings)) return region;
    if (part.length > 0) changed.push(region.id);
    return withRings(region, part);
  });
  return { document: after, regionIds: changed };
}

/** Whether a region's bounds leave open that it has something in common with the rings: most need no clipping. */
function isNear(rings: Rings): (region: Region) => boolean {
  const bounds = boundsOfRings(rings);
  return (region) => intersectRects(boundsOfRings(region.rings), bounds) !== undefined;
}
