import type { Document } from '../document.ts';
import { isSamePoint } from '../geometry/point.ts';
import { addRegion, changeRegions, withRings } from '../regions.ts';
import { intersectRings, subtractRings, uniteRings } from './combineRings.ts';
import { normaliseRings } from './normaliseRings.ts';
import type { Region, Ring, Rings } from './region.ts';

export type ShapeMode = 'new' | 'add' | 'subtract' | 'intersect';

/** The document after a shape was drawn, and the regions that it made or changed. */
export type Applied = { readonly document: Document; readonly regionIds: readonly string[] };

/**
 * Applies a drawn shape (rings in image px) to the mask. It acts on the selected regions, or where none is selected on
 * all; hidden regions are left alone.
 *
 * - new: a region of its own.
 * - add: united with every region that it touches, all of them becoming the first one; a new region where it touches none.
 * - subtract, intersect: cut out of, or kept of, each region; a region that nothing remains of is removed.
 *
 * The same document object comes back where nothing changes.
 */
export function applyShape(
  document: Document,
  shape: Rings,
  mode: ShapeMode,
  selectedIds: readonly string[],
): Applied {
  const rings = normaliseRings(shape);
  if (rings.length === 0) return { document, regionIds: [] };
  const isSubject = ({ id, isHidden }: Region) =>
    !isHidden && (selectedIds.length === 0 || selectedIds.includes(id));
  switch (mode) {
    case 'new':
      return added(addRegion(document, rings));
    case 'add':
      return unite(document, rings, isSubject);
    case 'subtract':
      return combine(document, (region) =>
        isSubject(region) ? subtractRings(region.rings, rings) : region.rings,
      );
    case 'intersect':
      return combine(document, (region) =>
        isSubject(region) ? intersectRings(region.rings, rings) : region.rings,
      );
  }
}

function added(document: Document): Applied {
  const last = document.regions.at(-1);
  return { document, regionIds: last ? [last.id] : [] };
}

function unite(document: Document, rings: Rings, isSubject: (region: Region) => boolean): Applied {
  const touched = document.regions.filter(
    (region) => isSubject(region) && intersectRings(region.rings, rings).length > 0,
  );
  const [first] = touched;
  if (first === undefined) return added(addRegion(document, rings));
  const united = touched.reduce((sum, region) => uniteRings(sum, region.rings), rings);
  return {
    document: changeRegions(document, (region) => {
      if (region === first) return withRings(region, united);
      return touched.includes(region) ? null : region;
    }),
    regionIds: [first.id],
  };
}

function combine(document: Document, ringsAfter: (region: Region) => Rings): Applied {
  const changed: string[] = [];
  const after = changeRegions(document, (region) => {
    const rings = ringsAfter(region);
    if (isSameRings(rings, region.rings)) return region;
    if (rings.length > 0) changed.push(region.id);
    return withRings(region, rings);
  });
  return { document: after, regionIds: changed };
}

/** Normal form starts every ring at its top, so that equal shapes have equal vertices. */
function isSameRings(a: Rings, b: Rings): boolean {
  const isSameRing = (ring: Ring, other: Ring | undefined) =>
    ring.length === other?.length &&
    ring.every((point, index) => isSamePoint(point, other[index] ?? { x: NaN, y: NaN }));
  return a.length === b.length && a.every((ring, index) => isSameRing(ring, b[index]));
}
