/**
 * Several regions into one. Each of these acts on the visible ones of the given regions, at least two; the result takes
 * the place, id and name of the lowest, which is the first in the list, and the others are removed.
 */
import type { Document } from '../../document/document.ts';
import { changeRegions, withRings } from '../../document/regions.ts';
import { intersectRings, subtractRings } from '../../geometry/rings/combineRings.ts';
import { normaliseRings } from '../../geometry/rings/normaliseRings.ts';
import type { Rings } from '../../geometry/rings/ring.ts';
import { operandIds, operands } from './operands.ts';

/** All that is in any of them. */
export function uniteRegions(document: Document, ids: readonly string[]): Document {
  return combine(document, ids, (lowest, others) => normaliseRings([...lowest, ...others.flat()]));
}

/** What is in the lowest but in none of the others. */
export function subtractRegions(document: Document, ids: readonly string[]): Document {
  return combine(document, ids, (lowest, others) => subtractRings(lowest, others.flat()));
}

/** What all of them have in common. */
export function intersectRegions(document: Document, ids: readonly string[]): Document {
  return combine(document, ids, (lowest, others) => others.reduce(intersectRings, lowest));
}

/** Unites all visible regions. */
export function convertToOne(document: Document): Document {
  return uniteRegions(document, operandIds(document, []));
}

function combine(
  document: Document,
  ids: readonly string[],
  combineRings: (lowest: Rings, others: readonly Rings[]) => Rings,
): Document {
  const [lowest, ...others] = operands(document.regions, ids);
  if (lowest === undefined || others.length === 0) return document;
  const rings = combineRings(
    lowest.rings,
    others.map((region) => region.rings),
  );
  const removed = new Set(others);
  return changeRegions(document, (region) => {
    if (region === lowest) return withRings(region, rings);
    return removed.has(region) ? null : region;
  });
}
