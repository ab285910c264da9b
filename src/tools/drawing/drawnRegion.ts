import type { Document } from '../../model/document/document.ts';
import { visibleRings } from '../../model/document/region.ts';
import { rectOfSize } from '../../model/geometry/rect.ts';
import { isOutsideRect } from '../../model/geometry/rings/isOutsideRect.ts';
import { normaliseRings } from '../../model/geometry/rings/normaliseRings.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { CombineMode } from '../../model/mask/applyShape.ts';
import { applyShape } from '../../model/mask/applyShape.ts';
import type { DrawingNotice, DrawingObstacle } from '../hint.ts';
import { remainingSelection } from '../selection.ts';
import type { ToolContext, ToolResult } from '../tool.ts';

/** A drawing tool at rest. `notice` says why the last drawing came to nothing, until the next press or key. */
export type DrawingIdle = { readonly phase: 'idle'; readonly notice?: DrawingNotice };

export const drawingIdle: DrawingIdle = { phase: 'idle' };

export const openImageHint: DrawingNotice = { code: 'drawing.openImage' };

/** Ends a drawing; see `finishShape`. The rings may cross themselves and run either way. */
export function finishDrawing(
  drawn: Rings,
  mode: CombineMode,
  context: ToolContext,
): ToolResult<DrawingIdle> {
  return finishShape(normaliseRings(drawn), mode, context);
}

/**
 * Commits what `rings` (image px, in normal form) make of the mask, or says why they make nothing of it. What was added is
 * selected then; after a cut, what is left of the selected regions.
 */
export function finishShape(rings: Rings, mode: CombineMode, context: ToolContext): ToolResult<DrawingIdle> {
  const { document, selection } = context;
  const { document: commit, regionIds } = applyShape(document, rings, mode);
  const obstacle = obstacleTo(rings, mode, commit, document);
  if (obstacle !== undefined) {
    return { session: { phase: 'idle', notice: { code: 'drawing.nothing', mode, obstacle } } };
  }
  const isDrawn = mode === 'new' || mode === 'add';
  const selected = isDrawn ? { regionIds, vertices: [] } : remainingSelection(selection, commit);
  return { session: drawingIdle, commit, selection: selected };
}

/** Why a drawing that makes `after` of the document counts for nothing. */
function obstacleTo(
  rings: Rings,
  mode: CombineMode,
  after: Document,
  document: Document,
): DrawingObstacle | undefined {
  if (rings.length === 0) return 'noArea';
  if (mode === 'new' || mode === 'add') {
    if (isBesideImage(rings, document)) return 'besideImage';
    return after === document ? 'inRegion' : undefined;
  }
  const isAllLost = mode === 'intersect' && visibleRings(after.regions).length === 0;
  if (isAllLost || (mode === 'subtract' && after === document)) return 'touchesNothing';
  return after === document ? 'leavesNothingOut' : undefined;
}

function isBesideImage(rings: Rings, { image }: Document): boolean {
  return image === null || isOutsideRect(rings, rectOfSize(image));
}
