import type { Document } from '../model/document.ts';
import {
  addPoints,
  distance,
  isSamePoint,
  type Point,
  roundPoint,
  subtractPoints,
} from '../model/geometry/point.ts';
import type { Ring } from '../model/mask/region.ts';
import { canvasToImage, imageToCanvas } from '../model/spaces.ts';
import { type Draft, type Mark, noDraft } from './draft.ts';
import { alongDiagonals, isDrag } from './dragging.ts';
import { addDrawnRegion, type DrawingIdle, drawingIdle, openImageHint } from './drawnRegion.ts';
import type {
  DraftView,
  PointerPosition,
  Tool,
  ToolContext,
  ToolEvent,
  ToolInput,
  ToolResult,
} from './tool.ts';

/** The points so far and `tip`, the end of the rubber band, all integers in image px. */
type Line = { readonly points: Ring; readonly tip: Point };

export type PolygonSession =
  | DrawingIdle
  | ({ readonly phase: 'placing' } & Line)
  /** The button that placed the last point at `from` is still down: releasing it elsewhere places another. */
  | ({ readonly phase: 'pressing'; readonly from: PointerPosition } & Line);

type Pointer = PointerPosition & ToolInput;
type Press = Extract<ToolEvent, { type: 'down' }>;
type Drawing = Exclude<PolygonSession, DrawingIdle>;

/** CSS px around the first point in which a click closes the polygon. */
const closeRadius = 9;

export const polygon: Tool<PolygonSession> = {
  label: 'Polygon',
  key: 'p',
  idle: drawingIdle,
  optionGroups: ['mode'],
  secondaryButton: 'menu',

  handle(session, event, { document }) {
    switch (event.type) {
      case 'down':
        return session.phase === 'idle' ? begin(session, event, document) : press(session, event, document);
      case 'move':
        if (session.phase === 'idle') return { session };
        return { session: { ...session, tip: tipAt(session.points, event, document) } };
      case 'up':
        return session.phase === 'pressing' ? release(session, event, document) : { session };
      case 'confirm':
        return session.phase === 'idle' ? { session: drawingIdle } : close(session, document);
      case 'delete':
        return { session: takeBack(session) };
      case 'key':
        return { session: event.key === 'Backspace' ? takeBack(session) : session };
      case 'cancel':
        return { session: drawingIdle };
      case 'answer':
      case 'options':
        return { session };
    }
  },

  cursor: (_session, _pointer, { document }) => (document.image === null ? 'not-allowed' : 'crosshair'),
  hint: polygonHint,
  draft: polygonDraft,
};

/** A second press in quick succession belongs to the double-click that has just closed a polygon. */
function begin(session: DrawingIdle, event: Press, document: Document): ToolResult<PolygonSession> {
  if (document.image === null || event.clicks > 1) return { session };
  return { session: place([], event, document) };
}

function press(session: Drawing, event: Press, document: Document): ToolResult<PolygonSession> {
  if (event.clicks > 1 || isOverFirst(session.points, event, document)) return close(session, document);
  return { session: place(session.points, event, document) };
}

function place(points: Ring, event: Press, document: Document): PolygonSession {
  const tip = tipAt(points, event, document);
  return { phase: 'pressing', points: withPoint(points, tip), tip, from: event };
}

function release(
  session: Drawing & { phase: 'pressing' },
  event: Pointer,
  document: Document,
): ToolResult<PolygonSession> {
  const { points, from } = session;
  if (!isDrag(from, event)) return { session: { phase: 'placing', points, tip: session.tip } };
  if (isOverFirst(points, event, document)) return close(session, document);
  const tip = tipAt(points, event, document);
  return { session: { phase: 'placing', points: withPoint(points, tip), tip } };
}

function close(session: Drawing, document: Document): ToolResult<PolygonSession> {
  return session.points.length < 3 ? { session } : addDrawnRegion(document, [session.points]);
}

function takeBack(session: PolygonSession): PolygonSession {
  if (session.phase === 'idle') return drawingIdle;
  const points = session.points.slice(0, -1);
  return points.length === 0 ? drawingIdle : { phase: 'placing', points, tip: session.tip };
}

function withPoint(points: Ring, point: Point): Ring {
  const last = points.at(-1);
  return last !== undefined && isSamePoint(last, point) ? points : [...points, point];
}

/** Where a point would be placed: under the pointer, or with Shift in an eighth turn from the last one. */
function tipAt(points: Ring, { point, modifiers }: Pointer, document: Document): Point {
  const last = points.at(-1);
  if (!modifiers.shift || last === undefined) return roundPoint(canvasToImage(point, document));
  const start = imageToCanvas(last, document);
  const end = addPoints(start, alongDiagonals(subtractPoints(point, start)));
  return roundPoint(canvasToImage(end, document));
}

function isOverFirst(
  points: Ring,
  { point, unitsPerPixel }: PointerPosition & { unitsPerPixel: number },
  document: Document,
): boolean {
  const [first] = points;
  if (first === undefined || points.length < 3) return false;
  return distance(imageToCanvas(first, document), point) <= closeRadius * unitsPerPixel;
}

function polygonHint(session: PolygonSession, { document }: ToolContext): string {
  if (document.image === null) return openImageHint;
  if (session.phase === 'idle') return session.notice ?? 'Click or drag to place the points of a region.';
  if (session.points.length < 3)
    return 'Place at least three points. Shift keeps to 45°, Backspace takes one back, Esc cancels.';
  return 'Click the first point, double-click or press Enter to close. Shift keeps to 45°, Backspace takes one back.';
}

function polygonDraft(session: PolygonSession, { document }: ToolContext, view: DraftView): Draft {
  if (session.phase === 'idle') return noDraft;
  const points = session.points.map((point) => imageToCanvas(point, document));
  const isClosing =
    view.pointer !== null &&
    isOverFirst(session.points, { ...view.pointer, unitsPerPixel: view.unitsPerPixel }, document);
  const tip = imageToCanvas(session.tip, document);
  const line: Mark = {
    kind: 'path',
    points: isClosing ? points : [...points, tip],
    isClosed: isClosing,
    look: 'draft',
  };
  return {
    marks: [
      line,
      { kind: 'handles', points, look: 'vertex' },
      ...(isClosing ? [{ kind: 'handles', points: points.slice(0, 1), look: 'close' } as const] : []),
    ],
  };
}
