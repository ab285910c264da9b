import type { Document } from '../model/document/document.ts';
import type { Selection } from './tool.ts';

/** Of what was selected the regions that `document` still has; no vertices, which may be other ones by now. */
export function remainingSelection({ regionIds }: Selection, { regions }: Document): Selection {
  return { regionIds: regionIds.filter((id) => regions.some((region) => region.id === id)), vertices: [] };
}
