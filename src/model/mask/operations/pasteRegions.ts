import type { Document } from '../../document/document.ts';
import type { AddedRegions } from '../../document/regions.ts';
import { appendRegions } from '../../document/regions.ts';
import type { Rings } from '../../geometry/rings/ring.ts';

/** Adds a visible region for each of those rings (image px, in normal form); `regionIds` are the new ones'. */
export function pasteRegions(document: Document, ringsOfEach: readonly Rings[]): AddedRegions {
  const after = appendRegions(document, ringsOfEach);
  return {
    document: after,
    regionIds: after.regions.slice(document.regions.length).map(({ id }) => id),
  };
}
