import { areasHolderSchema } from '../../contract/areasHolder.ts';
import { type Area, areaSchema } from '../../contract/generationRequest.ts';
import { limits } from '../../contract/limits.ts';
import { parseJson } from '../../contract/parseJson.ts';
import type { z } from '../../contract/zod.ts';
import type { Ring } from '../geometry/rings/ring.ts';

/** What is wrong with areas that were not taken; nothing was changed. */
export type AreasRefusal = { readonly kind: 'refused' } & AreasRefusalFacts;

type AreasRefusalFacts =
  | { readonly reason: 'areasTooLarge' | 'noAreas' | 'emptyList' | 'tooManyVertices' }
  | { readonly reason: 'areasWithoutImage' | 'areasFarOff' | 'areasTangled' | 'areasEncloseNothing' }
  /** `number`: its place in the list, from 1. */
  | { readonly reason: 'malformedArea'; readonly number: number; readonly fault: AreaFault };

export type AreaFault =
  | 'noObject'
  | 'otherFields'
  | 'noPoints'
  | 'fewVertices'
  | 'oddPoints'
  | 'pointsNotWhole'
  | 'widthNotWhole'
  | 'heightNotWhole';

type AreasRead = { readonly kind: 'read'; readonly areas: readonly Area[] };

/** More are no mask that anyone drew, and the service would not take them. */
const verticesMax = 100_000;

/** Areas from the text of a list of areas, a mask or a whole request. Never throws. */
export function readAreas(text: string): AreasRead | AreasRefusal {
  if (text.length > limits.requestBytesMax) return areasRefusal({ reason: 'areasTooLarge' });
  const holder = areasHolderSchema.safeParse(parseJson(text));
  if (!holder.success) return areasRefusal({ reason: 'noAreas' });
  if (holder.data.length === 0) return areasRefusal({ reason: 'emptyList' });
  if (holder.data.reduce<number>((count, area) => count + vertexCount(area), 0) > verticesMax)
    return areasRefusal({ reason: 'tooManyVertices' });
  const areas: Area[] = [];
  for (const [index, each] of holder.data.entries()) {
    const area = areaSchema.safeParse(each);
    if (!area.success)
      return areasRefusal({ reason: 'malformedArea', number: index + 1, fault: areaFault(area.error) });
    areas.push(area.data);
  }
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

/** Of what may be an area; counted before anything is checked, as checking a flood of numbers takes seconds. */
function vertexCount(area: unknown): number {
  const points: unknown = typeof area === 'object' && area !== null && 'points' in area ? area.points : [];
  return Array.isArray(points) ? points.length / 2 : 0;
}

/** In terms of our own, as the schema's words quote what was read, at any length. */
function areaFault({ issues: [issue] }: z.core.$ZodError): AreaFault {
  const [field, index] = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') return 'otherFields';
  if (index !== undefined) return 'pointsNotWhole';
  if (issue?.code === 'custom') return 'oddPoints';
  if (field === 'points' && issue?.code === 'too_small') return 'fewVertices';
  if (field === undefined) return 'noObject';
  if (field === 'points') return 'noPoints';
  return field === 'height' ? 'heightNotWhole' : 'widthNotWhole';
}
