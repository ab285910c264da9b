/**
 * Regions as text on the clipboard: the areas of a request, which other programs can read, and beside them what these
 * leave out, by which the editor knows its own text, also from another tab.
 */
import { z } from '../../contract/zod.ts';
import type { Document } from '../document/document.ts';
import type { Region } from '../document/region.ts';
import type { Ring, Rings } from '../geometry/rings/ring.ts';
import { areasOf } from './areasOf.ts';
import { hasTooManyCrossings } from './hasTooManyCrossings.ts';
import { readAreas, ringOfArea } from './readAreas.ts';

/** `rings`: image px of the document that it was copied from. */
export type CopiedRegion = { readonly name: string; readonly isHidden: boolean; readonly rings: Rings };

/** Image px. Farther out, products of coordinates would no longer be exact. */
const coordinateMax = 1_000_000;

const clipboardKind = 'upload-paint regions';

const clipboardSchema = z.object({
  kind: z.literal(clipboardKind),
  /** Each region's share of the areas, in their order. */
  regions: z
    .array(
      z.object({
        name: z.string().check(z.maxLength(1000)),
        isHidden: z.optional(z.boolean()),
        areaCount: z.int().check(z.gte(1)),
      }),
    )
    .check(z.maxLength(100_000)),
});

export function serialiseRegions(regions: readonly Region[], { image, canvas }: Document): string {
  const areasOfEach = regions.map(({ rings }) => areasOf(rings, image ?? canvas));
  const ownFields: z.infer<typeof clipboardSchema> = {
    kind: clipboardKind,
    regions: regions.map(({ name, isHidden }, index) => ({
      name,
      ...(isHidden && { isHidden }),
      areaCount: areasOfEach[index]?.length ?? 0,
    })),
  };
  return JSON.stringify({ ...ownFields, areas: areasOfEach.flat() });
}

/** Undefined where the text is not the editor's, or is damaged, or holds more than an editor would take. */
export function parseRegions(text: string): readonly CopiedRegion[] | undefined {
  const read = readAreas(text);
  if (read.kind === 'refused') return undefined;
  const ownFields = clipboardSchema.safeParse(JSON.parse(text));
  const rings = read.areas.map(ringOfArea);
  if (!ownFields.success || !rings.every(hasExactCoordinates) || hasTooManyCrossings(rings)) return undefined;
  let start = 0;
  return ownFields.data.regions.map(({ name, isHidden = false, areaCount }) => {
    const own = rings.slice(start, start + areaCount);
    start += areaCount;
    return { name, isHidden, rings: own };
  });
}

function hasExactCoordinates(ring: Ring): boolean {
  return ring.every(({ x, y }) => isExact(x) && isExact(y));
}

function isExact(coordinate: number): boolean {
  return Number.isInteger(coordinate) && Math.abs(coordinate) <= coordinateMax;
}
