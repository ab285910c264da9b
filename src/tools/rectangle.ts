import type { Document } from '../model/document.ts';
import { addPoints, type Point, roundPoint, subtractPoints } from '../model/geometry/point.ts';
import { type Rect, rectFromCorners } from '../model/geometry/rect.ts';
import { ringOfRect } from '../model/mask/clipRings.ts';
import { canvasToImage, imageScale, imageToCanvas } from '../model/spaces.ts';
import { type Draft, noDraft, rectPath } from './draft.ts';
import { asSquare, isDrag } from './dragging.ts';
import { addDrawnRegion, type DrawingIdle, drawingIdle, openImageHint } from './drawnRegion.ts';
import type { PointerPosition, Tool, ToolContext, ToolInput } from './tool.ts';

export type RectangleSession =
  | DrawingIdle
  | { readonly phase: 'pressed'; readonly from: PointerPosition }
  /** `rect`: integers in image px. */
  | { readonly phase: 'dragging'; readonly from: PointerPosition; readonly rect: Rect };

export const rectangle: Tool<RectangleSession> = {
  label: 'Rectangle',
  key: 'r',
  idle: drawingIdle,
  optionGroups: ['mode'],
  secondaryButton: 'menu',

  handle(session, event, { document }) {
    switch (event.type) {
      case 'down':
        if (document.image === null) return { session: drawingIdle };
        return { session: { phase: 'pressed', from: event } };
      case 'move': {
        if (session.phase === 'idle') return { session };
        const { phase, from } = session;
        if (phase === 'pressed' && !isDrag(from, event)) return { session };
        return { session: { phase: 'dragging', from, rect: draggedRect(from.point, event, document) } };
      }
      case 'up':
        if (session.phase === 'idle') return { session };
        if (session.phase === 'pressed' && !isDrag(session.from, event)) return { session: drawingIdle };
        return addDrawnRegion(document, [ringOfRect(draggedRect(session.from.point, event, document))]);
      case 'cancel':
        return { session: drawingIdle };
      default:
        return { session: session.phase === 'idle' ? drawingIdle : session };
    }
  },

  cursor: (_session, _pointer, { document }) => (document.image === null ? 'not-allowed' : 'crosshair'),
  hint: rectangleHint,
  draft: rectangleDraft,
};

/** The rectangle in image px from the press at `from` to the pointer (both canvas px). */
function draggedRect(
  from: Point,
  { point, modifiers }: PointerPosition & ToolInput,
  document: Document,
): Rect {
  const scale = imageScale(document);
  const start = roundPoint(canvasToImage(from, document));
  const offset = subtractPoints(point, imageToCanvas(start, document));
  const { x, y } = modifiers.shift ? asSquare(offset) : offset;
  const reach = { x: roundEvenly(x / scale.x), y: roundEvenly(y / scale.y) };
  return rectFromCorners(modifiers.alt ? subtractPoints(start, reach) : start, addPoints(start, reach));
}

/** Rounds halves away from zero, so that a square stays one in every direction. */
function roundEvenly(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

function rectangleHint(session: RectangleSession, { document }: ToolContext): string {
  if (document.image === null) return openImageHint;
  if (session.phase === 'idle') return session.notice ?? 'Drag to draw a rectangular region.';
  return 'Shift draws a square, Alt draws from the centre, Esc cancels.';
}

function rectangleDraft(session: RectangleSession, { document }: ToolContext): Draft {
  if (session.phase !== 'dragging') return noDraft;
  const { x, y, width, height } = session.rect;
  const end = imageToCanvas({ x: x + width, y: y + height }, document);
  const box = rectFromCorners(imageToCanvas({ x, y }, document), end);
  return {
    marks: [rectPath(box, 'draft'), { kind: 'label', text: `${width} × ${height}`, at: end }],
  };
}
