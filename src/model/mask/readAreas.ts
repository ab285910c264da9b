import { areasHolderSchema } from '../../contract/areasHolder.ts';
import { type Area, areaSchema } from '../../contract/generationRequest.ts';
import { limits } from '../../contract/limits.ts';
import { parseJson } from '../../contract/parseJson.ts';
import type { z } from '../../contract/zod.ts';

/** `sentence` says what is wrong and that nothing was changed. */
export type AreasRefusal = { readonly kind: 'refused'; readonly sentence: string };

type AreasRead = { readonly kind: 'read'; readonly areas: readonly Area[] };

/** More are no mask that anyone drew, and the service would not take them. */
const verticesMax = 100_000;

/** Areas from the text of a list of areas, a mask or a whole request. Never throws. */
export function readAreas(text: string): AreasRead | AreasRefusal {
  if (text.length > limits.requestBytesMax) return refusal('the text is larger than 5 MB');
  const holder = areasHolderSchema.safeParse(parseJson(text));
  if (!holder.success)
    return refusal('this is no JSON with areas in it (a list of areas, a mask or a whole request)');
  if (holder.data.length === 0) return refusal('the list of areas is empty');
  if (holder.data.reduce<number>((count, area) => count + vertexCount(area), 0) > verticesMax)
    return refusal('the areas have more than 100,000 vertices');
  const areas: Area[] = [];
  for (const [index, each] of holder.data.entries()) {
    const area = areaSchema.safeParse(each);
    if (!area.success) return refusal(`area ${index + 1} ${areaFault(area.error)}`);
    areas.push(area.data);
  }
  return { kind: 'read', areas };
}

export function refusal(reason: string): AreasRefusal {
  return { kind: 'refused', sentence: `Nothing was added: ${reason}.` };
}

/** Of what may be an area; counted before anything is checked, as checking a flood of numbers takes seconds. */
function vertexCount(area: unknown): number {
  const points: unknown = typeof area === 'object' && area !== null && 'points' in area ? area.points : [];
  return Array.isArray(points) ? points.length / 2 : 0;
}

/** In words of our own, as the schema's quote what was read, at any length. */
function areaFault({ issues: [issue] }: z.core.$ZodError): string {
  const [field, index] = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') return 'has other fields than width, height and points';
  if (index !== undefined) return 'has points that are not whole numbers';
  if (issue?.code === 'custom') return 'has an x without a y at the end of its points';
  if (field === 'points' && issue?.code === 'too_small') return 'has fewer than 3 vertices';
  if (field === undefined) return 'is not an object with width, height and points';
  return field === 'points'
    ? 'has no list of points'
    : `has a ${String(field)} that is no whole number of px`;
}
