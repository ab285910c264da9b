import type { Document } from '../../model/document/document.ts';
import { moveImageBy } from '../../model/document/placement.ts';
import { isSamePoint, type Point, subtractPoints } from '../../model/geometry/point.ts';
import { arrowStep } from '../arrowStep.ts';
import { type Draft, type Mark, rectPath } from '../draft.ts';
import { isDrag } from '../dragging.ts';
import type { Hint } from '../hint.ts';
import type { DraftView, PointerPosition, Tool, ToolContext, ToolInput, ToolResult } from '../tool.ts';
import type { Dragged } from './dragged.ts';
import { dragGrab } from './moveDrag.ts';
import {
  frameGrips,
  type Grab,
  grabAt,
  grabCursor,
  handlePoint,
  isCorner,
  shownHandles,
} from './moveGrab.ts';

export type MoveImageSession =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'pressed' } & Hold)
  /** `pointer`: canvas px of the committed document. */
  | ({ readonly phase: 'dragging'; readonly pointer: Point; readonly dragged: Dragged } & Hold);

type Held = Exclude<MoveImageSession, { phase: 'idle' }>;
type Dragging = Extract<MoveImageSession, { phase: 'dragging' }>;
type Hold = { readonly grab: Grab; readonly from: PointerPosition };
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
        const grab = grabAt(event.point, event.unitsPerPixel, document);
        return { session: grab === undefined ? idle : { phase: 'pressed', grab, from: event } };
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
    if (session.phase !== 'idle') return grabCursor(session.grab);
    const grab = pointer && grabAt(pointer.point, pointer.unitsPerPixel, document);
    return grab ? grabCursor(grab) : 'default';
  },

  hint: moveImageHint,
  draft: moveImageDraft,
};

/** Whether the press has become a drag, or becomes one by coming to `pointer`. */
function isDragging(session: MoveImageSession, pointer: PointerPosition): session is Held {
  return session.phase === 'dragging' || (session.phase === 'pressed' && isDrag(session.from, pointer));
}

function drag(
  { grab, from }: Hold,
  { point, modifiers, unitsPerPixel }: Pointer,
  document: Document,
): Dragging {
  const pull = {
    offset: subtractPoints(point, from.point),
    modifiers,
    snapReach: modifiers.ctrl ? 0 : snapReach * unitsPerPixel,
  };
  return { phase: 'dragging', grab, from, pointer: point, dragged: dragGrab(grab, pull, document) };
}

function drop({ dragged }: Dragging, document: Document): ToolResult<MoveImageSession> {
  const result = commitIfChanged(dragged.document, document);
  return isSamePoint(dragged.origin, { x: 0, y: 0 }) ? result : { ...result, origin: dragged.origin };
}

function commitIfChanged(changed: Document, document: Document): ToolResult<MoveImageSession> {
  return changed === document ? { session: idle } : { session: idle, commit: changed };
}

function moveImageHint(session: MoveImageSession, { document }: ToolContext): Hint {
  if (session.phase !== 'idle') return grabHint(session.grab);
  if (document.image === null) return { code: 'move.openImage' };
  return { code: 'move.rest' };
}

function grabHint(grab: Grab): Hint {
  switch (grab.kind) {
    case 'handle':
      return { code: 'move.handle', isCorner: isCorner(grab.handle) };
    case 'edge':
      return { code: 'move.edge' };
    case 'image':
      return { code: 'move.image' };
  }
}

function moveImageDraft(session: MoveImageSession, { document }: ToolContext, view: DraftView): Draft {
  if (session.phase !== 'dragging') return { marks: restingMarks(document, view.unitsPerPixel) };
  const { dragged, pointer } = session;
  const guides = dragged.guides.map((guide): Mark => ({ kind: 'guide', ...guide }));
  const label: Mark = { kind: 'label', text: dragged.label, at: subtractPoints(pointer, dragged.origin) };
  const marks = [...restingMarks(dragged.document, view.unitsPerPixel), ...guides, label];
  return { document: dragged.document, origin: dragged.origin, marks };
}

/** The image's box with its handles, and the grips of the frame. */
function restingMarks(document: Document, unitsPerPixel: number): Mark[] {
  const { image, placement } = document;
  const grips = frameGrips(document, unitsPerPixel);
  if (image === null) return grips;
  const points = shownHandles(document, unitsPerPixel).map((handle) => handlePoint(placement, handle));
  return [...grips, rectPath(placement, 'box'), { kind: 'handles', points, look: 'scale' }];
}
