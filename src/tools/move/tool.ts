import type { Document } from '../../model/document/document.ts';
import { moveImageBy } from '../../model/document/placement.ts';
import { isSamePoint, type Point, subtractPoints } from '../../model/geometry/point.ts';
import { arrowStep } from '../arrowStep.ts';
import { type Draft, type Mark, rectPath } from '../draft.ts';
import { isDrag } from '../dragging.ts';
import type { Hint } from '../hint.ts';
import type { DraftView, PointerPosition, Tool, ToolContext, ToolInput, ToolResult } from '../tool.ts';
import { dragMoveTarget } from './moveDrag.ts';
import type { MoveDragResult } from './moveDragResult.ts';
import {
  canvasGrips,
  handlePoint,
  isCorner,
  type MoveTarget,
  moveTargetAt,
  moveTargetCursor,
  shownHandles,
} from './moveTarget.ts';

export type MoveImageSession =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'pressed' } & DragStart)
  /** `pointer`: canvas px of the committed document. */
  | ({ readonly phase: 'dragging'; readonly pointer: Point; readonly result: MoveDragResult } & DragStart);

type ActiveSession = Exclude<MoveImageSession, { phase: 'idle' }>;
type Dragging = Extract<MoveImageSession, { phase: 'dragging' }>;
type DragStart = { readonly target: MoveTarget; readonly from: PointerPosition };
type Pointer = PointerPosition & ToolInput;

const idle: MoveImageSession = { phase: 'idle' };
/** CSS px. */
const snapReach = 8;

export const moveImage: Tool<MoveImageSession> = {
  key: 'v',
  idle,
  optionGroups: [],
  secondaryButton: 'menu',

  handle(session, event, { document }) {
    switch (event.type) {
      case 'down': {
        const target = moveTargetAt(event, document);
        return { session: target === undefined ? idle : { phase: 'pressed', target, from: event } };
      }
      case 'move':
        return { session: isDragging(session, event) ? drag(session, event, document) : session };
      case 'up':
        return isDragging(session, event)
          ? drop(drag(session, event, document), document)
          : { session: idle };
      case 'cancel':
        return { session: idle };
      case 'key': {
        const step = arrowStep(event);
        if (session.phase !== 'idle' || step === undefined || document.image === null) return { session };
        return commitIfChanged(moveImageBy(document, step), document);
      }
      default:
        return { session };
    }
  },

  cursor(session, pointer, { document }) {
    if (session.phase !== 'idle') return moveTargetCursor(session.target);
    const target = pointer && moveTargetAt(pointer, document);
    return target ? moveTargetCursor(target) : 'default';
  },

  hint: moveImageHint,
  draft: moveImageDraft,
};

/** Whether the press has become a drag, or becomes one by coming to `pointer`. */
function isDragging(session: MoveImageSession, pointer: PointerPosition): session is ActiveSession {
  return session.phase === 'dragging' || (session.phase === 'pressed' && isDrag(session.from, pointer));
}

function drag(
  { target, from }: DragStart,
  { point, modifiers, unitsPerPixel }: Pointer,
  document: Document,
): Dragging {
  const moveDrag = {
    offset: subtractPoints(point, from.point),
    modifiers,
    snapReach: modifiers.ctrl ? 0 : snapReach * unitsPerPixel,
  };
  const result = dragMoveTarget(target, moveDrag, document);
  return { phase: 'dragging', target, from, pointer: point, result };
}

function drop({ result }: Dragging, document: Document): ToolResult<MoveImageSession> {
  const { origin } = result;
  const dropped = commitIfChanged(result.document, document);
  return isSamePoint(origin, { x: 0, y: 0 }) ? dropped : { ...dropped, origin };
}

function commitIfChanged(changed: Document, document: Document): ToolResult<MoveImageSession> {
  return changed === document ? { session: idle } : { session: idle, commit: changed };
}

function moveImageHint(session: MoveImageSession, { document }: ToolContext): Hint {
  if (session.phase !== 'idle') return moveTargetHint(session.target);
  if (document.image === null) return { code: 'move.openImage' };
  return { code: 'move.rest' };
}

function moveTargetHint(target: MoveTarget): Hint {
  switch (target.kind) {
    case 'handle':
      return { code: 'move.handle', isCorner: isCorner(target.handle) };
    case 'edge':
      return { code: 'move.edge' };
    case 'image':
      return { code: 'move.image' };
  }
}

function moveImageDraft(session: MoveImageSession, { document }: ToolContext, view: DraftView): Draft {
  if (session.phase !== 'dragging') return { marks: idleMarks(document, view.unitsPerPixel) };
  const { result, pointer } = session;
  const guides = result.guides.map((guide): Mark => ({ kind: 'guide', ...guide }));
  const label: Mark = { kind: 'label', text: result.label, at: subtractPoints(pointer, result.origin) };
  const marks = [...idleMarks(result.document, view.unitsPerPixel), ...guides, label];
  return { document: result.document, origin: result.origin, marks };
}

/** The image's box with its handles, and the grips of the canvas. */
function idleMarks(document: Document, unitsPerPixel: number): Mark[] {
  const { image, placement } = document;
  const grips = canvasGrips(document, unitsPerPixel);
  if (image === null) return grips;
  const points = shownHandles(document, unitsPerPixel).map((handle) => handlePoint(placement, handle));
  return [...grips, rectPath(placement, 'box'), { kind: 'handles', points, style: 'scale' }];
}
