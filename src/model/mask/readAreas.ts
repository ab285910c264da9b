import { type Area, type AreaFault, areaFault, isArea } from '../../contract/area.ts';
import { areasHolderSchema } from '../../contract/areasHolder.ts';
import { type JsonBounds, passedBound } from '../../contract/jsonBounds.ts';
import { limits } from '../../contract/limits.ts';
import { parseJson } from '../../contract/parseJson.ts';
import type { Ring } from '../geometry/rings/ring.ts';

/** What is wrong with areas that were not taken; nothing was changed. */
export type AreasRefusal = { readonly kind: 'refused' } & AreasRefusalFacts;

type AreasRefusalFacts =
  | { readonly reason: 'areasTooLarge' | 'noAreas' | 'emptyList' | 'tooManyAreas' | 'tooManyVertices' }
  | { readonly reason: 'areasWithoutImage' | 'areasFarOff' | 'areasTangled' | 'areasEncloseNothing' }
  /** `number`: its place in the list, from 1. */
  | { readonly reason: 'malformedArea'; readonly number: number; readonly fault: AreaFault };

type AreasRead = { readonly kind: 'read'; readonly areas: readonly Area[] };

/** What may come with areas, as in a whole request or on the clipboard, is little beside them. */
const bounds: JsonBounds = {
  depth: 32,
  containers: 4 * limits.areasMax,
  values: 4 * limits.verticesMax,
  strings: 8 * limits.areasMax,
  names: 1000,
  stringLength: limits.requestBytesMax,
  numberLength: 40,
};

/** Areas from the text of a list of areas, a mask or a whole request. Never throws. */
export function readAreas(text: string): AreasRead | AreasRefusal {
  if (text.length > limits.requestBytesMax) return areasRefusal({ reason: 'areasTooLarge' });
  const holder = areasHolderSchema.safeParse(parseJson(text, bounds));
  if (!holder.success) return areasRefusal({ reason: reasonOfNone(text) });
  const { data: list } = holder;
  if (list.length === 0) return areasRefusal({ reason: 'emptyList' });
  if (list.length > limits.areasMax) return areasRefusal({ reason: 'tooManyAreas' });
  const areas = list.filter(isArea);
  if (areas.length < list.length) return firstFault(list);
  if (areas.reduce((count, { points }) => count + points.length / 2, 0) > limits.verticesMax)
    return areasRefusal({ reason: 'tooManyVertices' });
  return { kind: 'read', areas };
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
