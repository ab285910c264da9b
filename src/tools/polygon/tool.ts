import { imageToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Ring } from '../../model/geometry/rings/ring.ts';
import { type Draft, type Mark, noDraft } from '../draft.ts';
import { isDrag } from '../dragging.ts';
import { type DrawingIdle, drawingIdle, finishDrawing, openImageHint } from '../drawing/drawnRegion.ts';
import { isHeavyDrawing } from '../drawing/heavyDrawing.ts';
import {
  hasModeKeys,
  type ModeAtPress,
  modeAtPress,
  modeStyle,
  shapeModifiers,
  withHeldKeys,
} from '../drawing/modeAtPress.ts';
import type { Hint } from '../hint.ts';
import type {
  DraftView,
  PointerPosition,
  Tool,
  ToolContext,
  ToolEvent,
  ToolInput,
  ToolResult,
} from '../tool.ts';
import { isOverFirstPoint, tipAt, withPoint } from './polygonLine.ts';

/** The points so far and `tip`, the end of the rubber band, all integers in image px. */
type PolygonLine = { readonly points: Ring; readonly tip: Point; readonly drawMode: ModeAtPress };

export type PolygonSession =
  | DrawingIdle
  | ({ readonly phase: 'placing' } & PolygonLine)
  /** The button that placed the last point at `from` is still down: releasing it elsewhere places another. */
  | ({ readonly phase: 'pressing'; readonly from: PointerPosition } & PolygonLine);

type Pointer = PointerPosition & ToolInput;
type Press = Extract<ToolEvent, { type: 'down' }>;
type Drawing = Exclude<PolygonSession, DrawingIdle>;

export const polygon: Tool<PolygonSession> = {
  key: 'p',
  idle: drawingIdle,
  optionGroups: ['mode'],
  secondaryButton: 'menu',

  handle(session, event, context) {
    if (session.phase !== 'idle' && isClosing(session, event, context)) return close(session, context);
    switch (event.type) {
      case 'down':
        return session.phase === 'idle' ? begin(session, event, context) : press(session, event, context);
      case 'move':
        return { session: session.phase === 'idle' ? session : moveTip(session, event, context) };
      case 'up':
        return session.phase === 'pressing' ? release(session, event, context) : { session };
      case 'confirm':
        return { session: drawingIdle };
      case 'delete':
        return { session: removeLastPoint(session) };
      case 'key':
        return { session: event.key === 'Backspace' ? removeLastPoint(session) : session };
      case 'cancel':
        return { session: drawingIdle };
      default:
        return { session };
    }
  },

  isHeavy: (session, event, context) =>
    session.phase !== 'idle' &&
    isClosing(session, event, context) &&
    isHeavyDrawing(session.points.length, context.document),

  isClosable: (session) => session.phase !== 'idle' && session.points.length >= 3,
  cursor: (_session, _pointer, { document }) => (document.image === null ? 'not-allowed' : 'crosshair'),
  hint: polygonHint,
  draft: polygonDraft,
};

/** A second press in quick succession belongs to the double-click that has just closed a polygon. */
function begin(session: DrawingIdle, event: Press, context: ToolContext): ToolResult<PolygonSession> {
  if (context.document.image === null || event.clicks > 1) return { session };
  const drawMode = modeAtPress(event.modifiers, context);
  const tip = tipAt([], event.point, event.modifiers, context.document);
  return { session: { phase: 'pressing', points: [tip], tip, drawMode, from: event } };
}

function isClosing(session: Drawing, event: ToolEvent, { document }: ToolContext): boolean {
  switch (event.type) {
    case 'confirm':
      return true;
    case 'down':
      return event.clicks > 1 || isOverFirstPoint(session.points, event, document);
    case 'up':
      return (
        session.phase === 'pressing' &&
        isDrag(session.from, event) &&
        isOverFirstPoint(session.points, event, document)
      );
    default:
      return false;
  }
}

function press(session: Drawing, event: Press, context: ToolContext): ToolResult<PolygonSession> {
  return { session: { ...placePoint(session, event, context), phase: 'pressing', from: event } };
}

function release(
  session: Drawing & { phase: 'pressing' },
  event: Pointer,
  context: ToolContext,
): ToolResult<PolygonSession> {
  const { points, tip, drawMode, from } = session;
  if (!isDrag(from, event)) return { session: { phase: 'placing', points, tip, drawMode } };
  return { session: { ...placePoint(session, event, context), phase: 'placing' } };
}

function close(session: Drawing, context: ToolContext): ToolResult<PolygonSession> {
  const { points, drawMode } = session;
  return points.length < 3 ? { session } : finishDrawing([points], drawMode.mode, context);
}

/** The session with its tip under the pointer. */
function moveTip<Session extends PolygonLine>(
  session: Session,
  { point, modifiers }: Pointer,
  context: ToolContext,
): Session {
  const drawMode = withHeldKeys(session.drawMode, modifiers);
  const tip = tipAt(session.points, point, shapeModifiers(modifiers, drawMode), context.document);
  return { ...session, tip, drawMode };
}

function placePoint(session: PolygonLine, event: Pointer, context: ToolContext): PolygonLine {
  const { points, tip, drawMode } = moveTip(session, event, context);
  return { points: withPoint(points, tip), tip, drawMode };
}

function removeLastPoint(session: PolygonSession): PolygonSession {
  if (session.phase === 'idle') return drawingIdle;
  const { points, tip, drawMode } = session;
  const left = points.slice(0, -1);
  return left.length === 0 ? drawingIdle : { phase: 'placing', points: left, tip, drawMode };
}

function polygonHint(session: PolygonSession, context: ToolContext): Hint {
  if (context.document.image === null) return openImageHint;
  if (session.phase === 'idle')
    return session.notice ?? { code: 'polygon.rest', hasModeKeys: hasModeKeys(context) };
  return { code: session.points.length < 3 ? 'polygon.open' : 'polygon.closable' };
}

function polygonDraft(session: PolygonSession, { document }: ToolContext, view: DraftView): Draft {
  if (session.phase === 'idle') return noDraft;
  const points = session.points.map((point) => imageToCanvas(point, document));
  const { pointer, unitsPerPixel } = view;
  const isClosing =
    pointer !== null && isOverFirstPoint(session.points, { point: pointer.point, unitsPerPixel }, document);
  const line: Mark = {
    kind: 'path',
    points: isClosing ? points : [...points, imageToCanvas(session.tip, document)],
    isClosed: isClosing,
    style: modeStyle(session.drawMode),
  };
  return {
    marks: [
      line,
      { kind: 'handles', points, style: 'vertex' },
      ...(isClosing ? [{ kind: 'handles', points: points.slice(0, 1), style: 'close' } as const] : []),
    ],
  };
}
