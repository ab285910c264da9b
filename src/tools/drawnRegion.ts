import type { Document } from '../model/document.ts';
import { rectOfSize } from '../model/geometry/rect.ts';
import { clipRings } from '../model/mask/clipRings.ts';
import type { Rings } from '../model/mask/region.ts';
import { addRegion } from '../model/regions.ts';
import type { ToolResult } from './tool.ts';

/** A drawing tool at rest. `notice` says why the last drawing came to nothing, until the next press or key. */
export type DrawingIdle = { readonly phase: 'idle'; readonly notice?: string };

export const drawingIdle: DrawingIdle = { phase: 'idle' };

export const openImageHint = 'Open an image first: regions are drawn on it.';

/** Ends a drawing: commits `rings` (image px) as a new, selected region, or says why there is none. */
export function addDrawnRegion(document: Document, rings: Rings): ToolResult<DrawingIdle> {
  const commit = addRegion(document, rings);
  const region = commit.regions.at(-1);
  if (document.image === null || commit === document || region === undefined)
    return {
      session: { phase: 'idle', notice: 'Nothing was added: that shape has no area. Draw it wider.' },
    };
  if (clipRings(region.rings, rectOfSize(document.image)).length === 0)
    return { session: { phase: 'idle', notice: 'Nothing was added: that shape lies beside the image.' } };
  return { session: drawingIdle, commit, selection: { regionIds: [region.id], vertices: [] } };
}
