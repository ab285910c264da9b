import { imageScale } from '../../model/document/spaces.ts';
import { isPointInRect } from '../../model/geometry/rect.ts';
import type { PointerPosition, ToolContext, ToolInput } from '../tool.ts';
import type { StrokeSession } from './strokeSession.ts';
import { brushRadius } from './strokeSize.ts';

/** CSS px. An outline smaller than this is hard to find. */
const outlineRadiusMin = 3;

/** The brush's outline stands for the pointer over the image, where it is large enough to be seen. */
export function strokeCursor(
  session: StrokeSession,
  pointer: (PointerPosition & ToolInput) | null,
  { document, options }: ToolContext,
): string {
  if (document.image === null) return 'not-allowed';
  if (session.phase === 'sizing') return 'ew-resize';
  if (pointer === null || !isPointInRect(pointer.point, document.placement)) return 'crosshair';
  const { x, y } = imageScale(document);
  const radius =
    (brushRadius(options, pointer.unitsPerPixel, document) * Math.min(x, y)) / pointer.unitsPerPixel;
  return radius < outlineRadiusMin ? 'crosshair' : 'none';
}
