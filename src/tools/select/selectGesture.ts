import { subtractPoints } from '../../model/geometry/point.ts';
import { isDrag } from '../dragging.ts';
import type { PointerPosition, ToolContext, ToolInput } from '../tool.ts';
import { dragSelectTarget, selectTargetOf } from './selectDrag.ts';
import type { SelectSession } from './selectSession.ts';

/** The session after the pointer has moved: a press becomes a drag of what was hit, or on bare ground a marquee. */
export function followPointer(
  session: SelectSession,
  pointer: PointerPosition & ToolInput,
  context: ToolContext,
): SelectSession {
  if (session.phase === 'idle') return session;
  if (session.phase === 'marquee') return { ...session, to: pointer.point };
  const { from } = session;
  if (session.phase === 'pressed' && !isDrag(from, pointer)) return session;
  const target = session.phase === 'dragging' ? session.target : selectTargetOf(session.hit, context);
  if (target === undefined) return { phase: 'marquee', from, to: pointer.point };
  const { modifiers, unitsPerPixel } = pointer;
  const selectDrag = { offset: subtractPoints(pointer.point, from.point), modifiers, unitsPerPixel };
  return { phase: 'dragging', target, from, result: dragSelectTarget(target, selectDrag, context) };
}
