import type { Document } from '../../model/document/document.ts';
import { canvasToImage, imageScale, imageToCanvas } from '../../model/document/spaces.ts';
import { addPoints, type Point, roundPoint, subtractPoints } from '../../model/geometry/point.ts';
import { type Rect, rectFromCorners } from '../../model/geometry/rect.ts';
import type { Ring } from '../../model/geometry/rings/ring.ts';
import { type Draft, noDraft } from '../draft.ts';
import { asSquare, isDrag } from '../dragging.ts';
import type { BoxShapeName, Hint } from '../hint.ts';
import type { Modifiers, PointerPosition, Tool, ToolContext, ToolInput } from '../tool.ts';
import { type DrawingIdle, drawingIdle, finishDrawing, openImageHint } from './drawnRegion.ts';
import { isHeavyMask } from './heavyDrawing.ts';
import {
  hasModeKeys,
  type ModeAtPress,
  modeAtPress,
  modeStyle,
  shapeModifiers,
  withHeldKeys,
} from './modeAtPress.ts';

/** Points and rectangles are integers in image px. */
export type BoxSession =
  | DrawingIdle
  | { readonly phase: 'pressed'; readonly from: PointerPosition; readonly drawMode: ModeAtPress }
  /** `start`: where it began, or has been moved to; `tip`: where the pointer is. */
  | {
      readonly phase: 'dragging';
      readonly start: Point;
      readonly tip: Point;
      readonly rect: Rect;
      readonly drawMode: ModeAtPress;
    };

type Pressing = Exclude<BoxSession, DrawingIdle>;
type Pointer = PointerPosition & ToolInput;

/** A shape that is drawn by dragging its box open. */
export type BoxShape = {
  readonly shape: BoxShapeName;
  readonly key: string;
  /** The shape in a rectangle, both in whole image px. */
  ringOf(rect: Rect): Ring;
};

export function drawInBox(shape: BoxShape): Tool<BoxSession> {
  return {
    key: shape.key,
    idle: drawingIdle,
    optionGroups: ['mode'],
    secondaryButton: 'menu',

    handle(session, event, context) {
      switch (event.type) {
        case 'down':
          if (context.document.image === null) return { session: drawingIdle };
          return {
            session: { phase: 'pressed', from: event, drawMode: modeAtPress(event.modifiers, context) },
          };
        case 'move':
          return { session: session.phase === 'idle' ? session : drag(session, event, context.document) };
        case 'up': {
          if (session.phase === 'idle') return { session };
          const dragged = drag(session, event, context.document);
          if (dragged.phase === 'pressed') return { session: drawingIdle };
          return finishDrawing([shape.ringOf(dragged.rect)], dragged.drawMode.mode, context);
        }
        case 'cancel':
          return { session: drawingIdle };
        default:
          return { session: session.phase === 'idle' ? drawingIdle : session };
      }
    },

    isHeavy: (session, { type }, { document }) =>
      session.phase === 'dragging' && type === 'up' && isHeavyMask(document),

    cursor: (_session, _pointer, { document }) => (document.image === null ? 'not-allowed' : 'crosshair'),
    hint: (session, context) => boxHint(shape, session, context),
    draft: (session, { document }) => boxDraft(shape, session, document),
  };
}

function drag(session: Pressing, pointer: Pointer, document: Document): Pressing {
  const drawMode = withHeldKeys(session.drawMode, pointer.modifiers);
  if (session.phase === 'pressed' && !isDrag(session.from, pointer)) return { ...session, drawMode };
  const tip = wholePoint(pointer.point, document);
  const start = startOf(session, tip, pointer.modifiers, document);
  const rect = boxBetween(start, tip, shapeModifiers(pointer.modifiers, drawMode), document);
  return { phase: 'dragging', start, tip, rect, drawMode };
}

/** Space carries the start along with the pointer, and so the whole box. */
function startOf(session: Pressing, tip: Point, { space }: Modifiers, document: Document): Point {
  if (session.phase === 'pressed') return wholePoint(session.from.point, document);
  return space ? addPoints(session.start, subtractPoints(tip, session.tip)) : session.start;
}

function wholePoint(point: Point, document: Document): Point {
  return roundPoint(canvasToImage(point, document));
}

/** The box from `start` to `tip`; square on the canvas with Shift, and with Alt around `start`. */
function boxBetween(start: Point, tip: Point, { shift, alt }: Modifiers, document: Document): Rect {
  const offset = subtractPoints(tip, start);
  const reach = shift ? squareReach(offset, imageScale(document)) : offset;
  return rectFromCorners(alt ? subtractPoints(start, reach) : start, addPoints(start, reach));
}

function squareReach(offset: Point, scale: Point): Point {
  const { x, y } = asSquare({ x: offset.x * scale.x, y: offset.y * scale.y });
  return { x: roundEvenly(x / scale.x), y: roundEvenly(y / scale.y) };
}

/** Rounds halves away from zero, so that a square stays one in every direction. */
function roundEvenly(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

function boxHint({ shape }: BoxShape, session: BoxSession, context: ToolContext): Hint {
  if (context.document.image === null) return openImageHint;
  if (session.phase === 'idle')
    return session.notice ?? { code: 'box.rest', shape, hasModeKeys: hasModeKeys(context) };
  return { code: 'box.drawing', shape };
}

function boxDraft(shape: BoxShape, session: BoxSession, document: Document): Draft {
  if (session.phase !== 'dragging') return noDraft;
  const { x, y, width, height } = session.rect;
  const points = shape.ringOf(session.rect).map((vertex) => imageToCanvas(vertex, document));
  const corner = imageToCanvas({ x: x + width, y: y + height }, document);
  return {
    marks: [
      { kind: 'path', points, isClosed: true, style: modeStyle(session.drawMode) },
      { kind: 'label', text: `${width} × ${height}`, at: corner },
    ],
  };
}
