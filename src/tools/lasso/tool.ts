import type { Document } from '../../model/document/document.ts';
import { canvasToImage } from '../../model/document/spaces.ts';
import { type Point, roundPoint } from '../../model/geometry/point.ts';
import type { Ring } from '../../model/geometry/rings/ring.ts';
import { simplifyRing } from '../../model/geometry/rings/simplifyRing.ts';
import { type Draft, noDraft } from '../draft.ts';
import { isDrag } from '../dragging.ts';
import { type DrawingIdle, drawingIdle, finishDrawing, openImageHint } from '../drawing/drawnRegion.ts';
import { isHeavyDrawing } from '../drawing/heavyDrawing.ts';
import { hasModeKeys, type ModeAtPress, modeAtPress, modeStyle } from '../drawing/modeAtPress.ts';
import type { Hint } from '../hint.ts';
import type { PointerPosition, Tool, ToolContext } from '../tool.ts';

export type LassoSession =
  | DrawingIdle
  /** `points`: the whole path from the press on, in canvas px as the draft shows it. */
  | {
      readonly phase: 'pressed' | 'drawing';
      readonly from: PointerPosition;
      readonly points: readonly Point[];
      readonly drawMode: ModeAtPress;
    };

/** Image px that leaving out points may cost, so that with the rounding of the others it is 1 at most. */
const tolerance = 1 - Math.SQRT1_2;

export const lasso: Tool<LassoSession> = {
  key: 'l',
  idle: drawingIdle,
  optionGroups: ['mode'],
  isFreehand: true,
  secondaryButton: 'menu',

  handle(session, event, context) {
    switch (event.type) {
      case 'down': {
        if (context.document.image === null) return { session: drawingIdle };
        const drawMode = modeAtPress(event.modifiers, context);
        return { session: { phase: 'pressed', from: event, points: [event.point], drawMode } };
      }
      case 'move':
        return { session: extendPath(session, event, event.trail) };
      case 'up': {
        const drawn = extendPath(session, event, [event.point]);
        if (drawn.phase !== 'drawing') return { session: drawn.phase === 'idle' ? drawn : drawingIdle };
        return finishDrawing([outline(drawn.points, context.document)], drawn.drawMode.mode, context);
      }
      case 'cancel':
        return { session: drawingIdle };
      default:
        return { session: session.phase === 'idle' ? drawingIdle : session };
    }
  },

  isHeavy: (session, { type }, { document }) =>
    session.phase === 'drawing' && type === 'up' && isHeavyDrawing(session.points.length, document),

  cursor: (_session, _pointer, { document }) => (document.image === null ? 'not-allowed' : 'crosshair'),
  hint: lassoHint,
  draft: lassoDraft,
};

/** Copies the path at every move: 5,000 points take some microseconds. */
function extendPath(session: LassoSession, pointer: PointerPosition, trail: readonly Point[]): LassoSession {
  if (session.phase === 'idle') return session;
  const isDrawing = session.phase === 'drawing' || isDrag(session.from, pointer);
  return { ...session, phase: isDrawing ? 'drawing' : 'pressed', points: [...session.points, ...trail] };
}

/** The path, closed by a straight line, through few whole image px. */
function outline(points: readonly Point[], document: Document): Ring {
  const ring = points.map((point) => canvasToImage(point, document));
  return simplifyRing(ring, tolerance).ring.map(roundPoint);
}

function lassoHint(session: LassoSession, context: ToolContext): Hint {
  if (context.document.image === null) return openImageHint;
  if (session.phase === 'idle')
    return session.notice ?? { code: 'lasso.rest', hasModeKeys: hasModeKeys(context) };
  return { code: 'lasso.drawing' };
}

function lassoDraft(session: LassoSession): Draft {
  if (session.phase !== 'drawing') return noDraft;
  const { points, drawMode } = session;
  return { marks: [{ kind: 'path', points, isClosed: false, style: modeStyle(drawMode) }] };
}
