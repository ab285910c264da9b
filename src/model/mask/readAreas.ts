import { type Area, type AreaFault, areaFault, isArea } from '../../contract/area.ts';
import { areasHolderSchema } from '../../contract/areasHolder.ts';
import { type JsonBounds, passedBound } from '../../contract/jsonBounds.ts';
import { limits } from '../../contract/limits.ts';
import { parseJson } from '../../contract/parseJson.ts';
import type { SourceImage } from '../document/document.ts';
import type { Ring } from '../geometry/rings/ring.ts';
import { type AreasFound, areasFromElsewhere } from './areasFromElsewhere.ts';

/** What is wrong with areas that were not taken; nothing was changed. */
export type AreasRefusal = { readonly kind: 'refused' } & AreasRefusalFacts;

type AreasRefusalFacts =
  | {
      readonly reason:
        | 'areasTooLarge'
        | 'noAreas'
        | 'emptyList'
        | 'noPolygons'
        | 'severalImages'
        | 'tooManyAreas'
        | 'tooManyVertices';
    }
  | { readonly reason: 'areasWithoutImage' | 'areasFarOff' | 'areasTangled' | 'areasEncloseNothing' }
  /** `number`: its place in the list, from 1. */
  | { readonly reason: 'malformedArea'; readonly number: number; readonly fault: AreaFault };

/** The points of an area may be fractions. `leftOut` is how many shapes of other programs are no polygons. */
type AreasRead = { readonly kind: 'read'; readonly areas: readonly Area[]; readonly leftOut: number };

/** What may come with areas, as in a whole request or on the clipboard, is little beside them. */
const bounds: JsonBounds = {
  depth: 32,
  // A pair of coordinates may be a list.
  containers: limits.verticesMax + 4 * limits.areasMax,
  values: 4 * limits.verticesMax,
  strings: 8 * limits.areasMax,
  names: 1000,
  stringLength: limits.requestBytesMax,
  numberLength: 40,
};

/**
 * Areas from the text of a list of areas, a mask or a whole request, and for a photo also from what other programs write of it.
 * Never throws.
 */
export function readAreas(text: string, image?: SourceImage): AreasRead | AreasRefusal {
  if (text.length > limits.requestBytesMax) return areasRefusal({ reason: 'areasTooLarge' });
  const found = findAreas(parseJson(text, bounds), image);
  if (found === undefined) return areasRefusal({ reason: reasonOfNone(text) });
  if (found === 'severalImages') return areasRefusal({ reason: found });
  const list = found.areas.map(withFlatPoints);
  if (list.length === 0) return areasRefusal({ reason: found.leftOut > 0 ? 'noPolygons' : 'emptyList' });
  if (list.length > limits.areasMax) return areasRefusal({ reason: 'tooManyAreas' });
  const areas = list.filter((each): each is Area => isArea(withWholePoints(each)));
  if (areas.length < list.length) return firstFault(list.map(withWholePoints));
  if (areas.reduce((count, { points }) => count + points.length / 2, 0) > limits.verticesMax)
    return areasRefusal({ reason: 'tooManyVertices' });
  return { kind: 'read', areas, leftOut: found.leftOut };
}

function findAreas(json: unknown, image: SourceImage | undefined): AreasFound | 'severalImages' | undefined {
  const foreign = image && areasFromElsewhere(json, image);
  if (foreign !== undefined) return foreign;
  const holder = areasHolderSchema.safeParse(json);
  return holder.success ? { areas: holder.data, leftOut: 0 } : undefined;
}

/** `[[x, y], …]` as `[x, y, …]`. */
function withFlatPoints(area: unknown): unknown {
  return changePoints(area, (points) => (points.every(isPair) ? points.flat() : points));
}

function withWholePoints(area: unknown): unknown {
  return changePoints(area, (points) =>
    points.map((each) => (typeof each === 'number' ? Math.round(each) : each)),
  );
}

function changePoints(area: unknown, change: (points: unknown[]) => unknown[]): unknown {
  if (typeof area !== 'object' || area === null || !('points' in area)) return area;
  return Array.isArray(area.points) ? { ...area, points: change(area.points) } : area;
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2;
}

/** The vertices of an area, in px of its frame. */
export function ringOfArea({ points }: Area): Ring {
  return Array.from({ length: points.length / 2 }, (_, index) => ({
    x: points[2 * index] ?? 0,
    y: points[2 * index + 1] ?? 0,
  }));
}

export function areasRefusal(facts: AreasRefusalFacts): AreasRefusal {
  return { kind: 'refused', ...facts };
}

/** Why the text has no areas, or none that were looked at. */
function reasonOfNone(text: string): 'noAreas' | 'tooManyAreas' | 'tooManyVertices' {
  const bound = passedBound(text, bounds);
  if (bound === 'values') return 'tooManyVertices';
  return bound === 'containers' ? 'tooManyAreas' : 'noAreas';
}

function firstFault(list: readonly unknown[]): AreasRefusal {
  const index = list.findIndex((each) => !isArea(each));
  const { fault = 'noObject' } = areaFault(list[index]) ?? {};
  return areasRefusal({ reason: 'malformedArea', number: index + 1, fault });
}
