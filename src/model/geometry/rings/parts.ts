import { signedArea } from '../polygon.ts';
import type { Ring, Rings } from './ring.ts';
import { ringFinder } from './ringFinder.ts';

/** One connected piece of a mask. */
export type Part = { readonly outer: Ring; readonly holes: Rings };

/** Rings in normal form, piece by piece. An island in a hole is a piece of its own. */
export function partsOf(rings: Rings): readonly Part[] {
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  const holesOf = new Map<Ring, Ring[]>(outers.map((outer) => [outer, []]));
  const outerAround = ringFinder(outers);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const outer = outerAround(hole);
    if (outer !== undefined) holesOf.get(outer)?.push(hole);
  }
  return Array.from(holesOf, ([outer, holes]) => ({ outer, holes }));
}

export function ringsOfPart({ outer, holes }: Part): Rings {
  return [outer, ...holes];
}
