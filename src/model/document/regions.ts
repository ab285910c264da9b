import { addPoints, type Point, roundPoint } from '../geometry/point.ts';
import { isSameRings } from '../geometry/rings/isSameRings.ts';
import { normaliseRings } from '../geometry/rings/normaliseRings.ts';
import type { Rings } from '../geometry/rings/ring.ts';
import type { Document } from './document.ts';
import type { Region } from './region.ts';

/** A document with regions that were added or changed, and which they are. */
export type AddedRegions = { readonly document: Document; readonly regionIds: readonly string[] };

/** Adds a visible region, the last of the list, with a number of its own. Rings that enclose no area add nothing. */
export function addRegion(document: Document, rings: Rings): Document {
  return addRegions(document, [rings]);
}

/** Adds a region for each of those rings, in their order; see `addRegion`. */
export function addRegions(document: Document, ringsOfEach: readonly Rings[]): Document {
  return appendRegions(document, ringsOfEach.map(normaliseRings)).document;
}

/** As `addRegions`, of rings that are in normal form. `regionIds` are those of the new regions. */
export function appendRegions(document: Document, ringsOfEach: readonly Rings[]): AddedRegions {
  const filled = ringsOfEach.filter((rings) => rings.length > 0);
  if (filled.length === 0) return { document, regionIds: [] };
  const first = nextRegionNumber(document.regions);
  const added = filled.map((rings, index) => numberedRegion(first + index, rings));
  return {
    document: { ...document, regions: [...document.regions, ...added] },
    regionIds: added.map(({ id }) => id),
  };
}

export function removeRegions(document: Document, ids: readonly string[]): Document {
  return changeRegions(document, (region) => (ids.includes(region.id) ? null : region));
}

/** `offset` in image px; it is rounded. */
export function moveRegions(document: Document, ids: readonly string[], offset: Point): Document {
  const step = roundPoint(offset);
  if (step.x === 0 && step.y === 0) return document;
  return changeRegions(document, (region) =>
    ids.includes(region.id) ? { ...region, rings: moveRings(region.rings, step) } : region,
  );
}

/** A name that is empty or blank changes nothing. */
export function renameRegion(document: Document, id: string, name: string): Document {
  const trimmed = name.trim();
  return changeRegions(document, (region) =>
    region.id === id && trimmed !== '' && trimmed !== region.name ? { ...region, name: trimmed } : region,
  );
}

export function setRegionHidden(document: Document, id: string, isHidden: boolean): Document {
  return changeRegions(document, (region) =>
    region.id === id && region.isHidden !== isHidden ? { ...region, isHidden } : region,
  );
}

/**
 * Brings the rings of those regions into normal form; a region that encloses no area any more is removed. One that is
 * in normal form already stays as it is, so that its vertices keep their indices.
 */
export function normaliseRegions(document: Document, ids: readonly string[]): Document {
  return changeRegions(document, (region) => {
    if (!ids.includes(region.id)) return region;
    const normal = normaliseRings(region.rings);
    return isSameRings(normal, region.rings) ? region : withRings(region, normal);
  });
}

/** The document with every region put through `change`; null removes it. Unchanged regions stay the same objects. */
export function changeRegions(document: Document, change: (region: Region) => Region | null): Document {
  const regions = document.regions.map(change).filter((region) => region !== null);
  const isSame =
    regions.length === document.regions.length &&
    regions.every((region, index) => region === document.regions[index]);
  return isSame ? document : { ...document, regions };
}

/** The region with other rings, or null where there are none. */
export function withRings(region: Region, rings: Rings): Region | null {
  return rings.length === 0 ? null : { ...region, rings };
}

function numberedRegion(number: number, rings: Rings): Region {
  return { id: `region-${number}`, name: `Region ${number}`, isHidden: false, rings };
}

/** One more than the largest so far, so that ids follow from the document alone. */
export function nextRegionNumber(regions: readonly Region[]): number {
  const numbers = regions.map(({ id }) => Number(/^region-(\d+)$/.exec(id)?.[1] ?? 0));
  return numbers.reduce((largest, number) => Math.max(largest, number), 0) + 1;
}

/** `offset` in px of the rings, whole. */
export function moveRings(rings: Rings, offset: Point): Rings {
  return rings.map((ring) => ring.map((vertex) => addPoints(vertex, offset)));
}
