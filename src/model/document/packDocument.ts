import { type PackedRings, packRings, unpackRings } from '../geometry/rings/packRings.ts';
import type { Document } from './document.ts';
import type { Region } from './region.ts';

type PackedRegion = Omit<Region, 'rings'> & { readonly rings: PackedRings };

/** A document whose vertices are packed; what two of them have in common they share. */
export type PackedDocument = Omit<Document, 'regions'> & { readonly regions: readonly PackedRegion[] };

/** Of regions that are in memory, so that each is packed once. */
const packedRegions = new WeakMap<Region, PackedRegion>();

export function packDocument(document: Document): PackedDocument {
  return { ...document, regions: document.regions.map(packRegion) };
}

export function unpackDocument(packed: PackedDocument): Document {
  return { ...packed, regions: packed.regions.map(unpackRegion) };
}

function packRegion(region: Region): PackedRegion {
  const known = packedRegions.get(region);
  if (known !== undefined) return known;
  const packed = { ...region, rings: packRings(region.rings) };
  packedRegions.set(region, packed);
  return packed;
}

function unpackRegion(packed: PackedRegion): Region {
  const region = { ...packed, rings: unpackRings(packed.rings) };
  packedRegions.set(region, packed);
  return region;
}

/** What became of a document: the parts that are others now, and in the list of regions those that stayed by their place. */
export type PackedChange = Partial<Omit<Document, 'regions'>> & {
  readonly regions: readonly (PackedRegion | number)[];
};

export function packChange(before: Document, after: Document): PackedChange {
  const { image, canvas, placement } = after;
  const places = new Map(before.regions.map((region, place) => [region, place]));
  return {
    ...(image === before.image ? {} : { image }),
    ...(canvas === before.canvas ? {} : { canvas }),
    ...(placement === before.placement ? {} : { placement }),
    regions: after.regions.map((region) => places.get(region) ?? packRegion(region)),
  };
}

/** Whatever stayed is the very object of `before`. */
export function unpackChange(before: Document, change: PackedChange): Document {
  const regions = change.regions.flatMap((region) =>
    typeof region === 'number' ? (before.regions[region] ?? []) : unpackRegion(region),
  );
  return { ...before, ...change, regions };
}
