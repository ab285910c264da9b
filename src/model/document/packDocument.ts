import { type PackedRings, packRings, unpackRings } from '../geometry/rings/packRings.ts';
import { type Document, emptyDocument } from './document.ts';
import type { Region } from './region.ts';

type PackedRegion = Omit<Region, 'rings'> & { readonly rings: PackedRings };

/** A document whose vertices are packed; what two of them have in common they share. */
export type PackedDocument = Omit<Document, 'regions'> & { readonly regions: readonly PackedRegion[] };

export type UnpackedRegions = Map<PackedRegion, Region>;

/** Of regions that are in memory, so that each is packed once. */
const packedRegions = new WeakMap<Region, PackedRegion>();

export function packDocument(document: Document): PackedDocument {
  return { ...document, regions: document.regions.map(packRegion) };
}

/** `unpacked`: for documents that share packed regions, so that they share them when they are unpacked. */
export function unpackDocument(packed: PackedDocument, unpacked: UnpackedRegions = new Map()): Document {
  return { ...packed, regions: packed.regions.map((region) => unpackOnce(region, unpacked)) };
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

function unpackOnce(packed: PackedRegion, unpacked: UnpackedRegions): Region {
  const region = unpacked.get(packed) ?? unpackRegion(packed);
  unpacked.set(packed, region);
  return region;
}

/**
 * What became of documents: the parts that are others than the first one's, and in the list of regions those that any of
 * them has by their place.
 */
export type PackedChange = Partial<Omit<Document, 'regions'>> & {
  readonly regions: readonly (PackedRegion | number)[];
};

export function packChange(before: readonly Document[], after: Document): PackedChange {
  const [first] = before;
  const { image, canvas, placement } = after;
  const places = new Map(regionsOf(before).map((region, place) => [region, place]));
  return {
    ...(image === first?.image ? {} : { image }),
    ...(canvas === first?.canvas ? {} : { canvas }),
    ...(placement === first?.placement ? {} : { placement }),
    regions: after.regions.map((region) => places.get(region) ?? packRegion(region)),
  };
}

/** Whatever stayed is the very object of `before`. */
export function unpackChange(
  before: readonly Document[],
  change: PackedChange,
  unpacked: UnpackedRegions = new Map(),
): Document {
  const [first = emptyDocument] = before;
  const known = regionsOf(before);
  const regions = change.regions.flatMap((region) =>
    typeof region === 'number' ? (known[region] ?? []) : unpackOnce(region, unpacked),
  );
  return { ...first, ...change, regions };
}

function regionsOf(documents: readonly Document[]): readonly Region[] {
  return documents.flatMap(({ regions }) => regions);
}
