import type { Document } from '../model/document.ts';
import { type Point, subtractPoints } from '../model/geometry/point.ts';
import { rectFromCorners } from '../model/geometry/rect.ts';
import { imageScale } from '../model/spaces.ts';
import { arrowStep } from './arrowStep.ts';
import { type Draft, rectPath } from './draft.ts';
import { alongAxis, isDrag } from './dragging.ts';
import { marqueeSelection } from './marquee.ts';
import { pressSelection } from './pressSelection.ts';
import { dragHit, nudge, removeSelected, removeVertex, settle } from './selectEdit.ts';
import { hitAt, type SelectHit } from './selectHit.ts';
import { hoverMarks, selectionMarks } from './selectMarks.ts';
import {
  type DraftView,
  emptySelection,
  type PointerPosition,
  type Selection,
  type Subject,
  type Tool,
  type ToolContext,
  type ToolEvent,
  type ToolInput,
  type ToolResult,
} from './tool.ts';

type Hold = { readonly hit: SelectHit; readonly from: PointerPosition };

export type SelectSession =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'pressed'; readonly onClick: Selection } & Hold)
  /** `shown`: the document and the selection as they would be if the drag ended now, but for normalising. */
  | ({ readonly phase: 'dragging'; readonly shown: Subject } & Hold)
  /** Drags a box from the press to `to` (canvas px). */
  | { readonly phase: 'marquee'; readonly from: PointerPosition; readonly to: Point };

type Pointer = PointerPosition & ToolInput;
type Result = ToolResult<SelectSession>;

const idle: SelectSession = { phase: 'idle' };

export const select: Tool<SelectSession> = {
  label: 'Select',
  key: 'a',
  idle,
  optionGroups: [],
  secondaryButton: 'menu',

  handle(session, event, context) {
    switch (event.type) {
      case 'down':
        return press(event, context);
      case 'move':
        return { session: drag(session, event, context) };
      case 'up':
        return release(drag(session, event, context), event, context);
      case 'cancel':
        return session.phase === 'idle' ? deselect(context.selection) : { session: idle };
      case 'delete':
        return session.phase === 'idle' ? finish(removeSelected(context), context) : { session };
      case 'key': {
        const step = arrowStep(event);
        if (session.phase !== 'idle' || step === undefined) return { session };
        return finish(nudge(context, step), context);
      }
      case 'confirm':
      case 'answer':
        return { session };
    }
  },

  cursor: selectCursor,
  hint: selectHint,
  draft: selectDraft,
};

function press(event: Extract<ToolEvent, { type: 'down' }>, context: ToolContext): Result {
  const hit = hitAt(event.point, event.unitsPerPixel, context);
  if (hit.kind === 'vertex' && event.modifiers.alt) return finish(removeVertex(context, hit.vertex), context);
  const { atOnce, onClick } = pressSelection(hit, event.modifiers.shift, context.selection);
  const session: SelectSession = { phase: 'pressed', hit, from: event, onClick };
  return atOnce === context.selection ? { session } : { session, selection: atOnce };
}

/** The session after the pointer has moved. */
function drag(session: SelectSession, pointer: Pointer, context: ToolContext): SelectSession {
  if (session.phase === 'idle') return session;
  if (session.phase === 'marquee') return { ...session, to: pointer.point };
  const { hit, from } = session;
  if (session.phase === 'pressed' && !isDrag(from, pointer)) return session;
  if (hit.kind === 'ground') return { phase: 'marquee', from, to: pointer.point };
  const shown = dragHit(hit, offsetInImage(from, pointer, context.document), context);
  return { phase: 'dragging', hit, from, shown };
}

function release(session: SelectSession, { modifiers }: Pointer, context: ToolContext): Result {
  switch (session.phase) {
    case 'idle':
      return { session };
    case 'pressed':
      return { session: idle, selection: session.onClick };
    case 'marquee': {
      const selection = marqueeSelection(session.from.point, session.to, modifiers.shift, context);
      return { session: idle, selection };
    }
    case 'dragging':
      return finish(session.hit.kind === 'region' ? session.shown : settle(session.shown), context);
  }
}

function finish(after: Subject, before: Subject): Result {
  if (after.document === before.document) return { session: idle };
  return { session: idle, commit: after.document, selection: after.selection };
}

/** Clears the vertices first, then the regions. */
function deselect({ regionIds, vertices }: Selection): Result {
  if (vertices.length > 0) return { session: idle, selection: { regionIds, vertices: [] } };
  return regionIds.length > 0 ? { session: idle, selection: emptySelection } : { session: idle };
}

/** How far the pointer has come in image px; with Shift straight along one axis of the canvas. */
function offsetInImage(from: PointerPosition, { point, modifiers }: Pointer, document: Document): Point {
  const offset = subtractPoints(point, from.point);
  const { x, y } = modifiers.shift ? alongAxis(offset) : offset;
  const scale = imageScale(document);
  return { x: x / scale.x, y: y / scale.y };
}

const hitCursors: Record<SelectHit['kind'], string> = {
  vertex: 'pointer',
  edge: 'copy',
  region: 'move',
  ground: 'default',
};

function selectCursor(session: SelectSession, pointer: Pointer | null, context: ToolContext): string {
  if (session.phase === 'dragging') return 'move';
  if (session.phase === 'marquee' || pointer === null) return 'default';
  return hitCursors[hitAt(pointer.point, pointer.unitsPerPixel, context).kind];
}

function selectHint(session: SelectSession, { document, selection }: ToolContext): string {
  if (session.phase === 'dragging') return 'Shift keeps to one axis, Esc cancels.';
  if (session.phase === 'marquee') return 'Release to select every region that the box touches. Shift adds.';
  if (document.regions.length === 0) return 'No regions yet: draw one with Polygon or Rectangle.';
  if (selection.vertices.length > 0)
    return 'Drag to move the vertices, Shift-click adds. Arrows nudge, Delete removes.';
  if (selection.regionIds.length > 0)
    return 'Drag to move. Drag an edge to add a vertex, Alt-click a vertex to remove it. Arrows nudge, Delete removes.';
  return 'Click a region to select it, Shift-click adds. Drag across several to select them all.';
}

function selectDraft(session: SelectSession, context: ToolContext, view: DraftView): Draft {
  switch (session.phase) {
    case 'dragging':
      return { document: session.shown.document, marks: selectionMarks(session.shown) };
    case 'marquee': {
      const box = rectPath(rectFromCorners(session.from.point, session.to), 'box');
      return { marks: [...selectionMarks(context), box] };
    }
    case 'pressed':
      return { marks: [...selectionMarks(context), ...hoverMarks(session.hit, context)] };
    case 'idle': {
      const { pointer, unitsPerPixel } = view;
      const hover = pointer === null ? [] : hoverMarks(hitAt(pointer.point, unitsPerPixel, context), context);
      return { marks: [...selectionMarks(context), ...hover] };
    }
  }
}
