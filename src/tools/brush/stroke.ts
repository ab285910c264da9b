/**
 * What brush and eraser have in common: a press begins a stroke, or with Alt sets the size; moves go on with it; the
 * release commits it. Where the release is does not matter: the last move has told, with the pressure that a pen no
 * longer has when it is lifted.
 */
import { type Draft, noDraft } from '../draft.ts';
import { drawingIdle } from '../drawing/drawnRegion.ts';
import { isHeavyDrawing } from '../drawing/heavyDrawing.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../tool.ts';
import { strokeCursor } from './strokeCursor.ts';
import { beginStroke, continueStroke, finishStroke } from './strokeDrawing.ts';
import { strokeHint } from './strokeHint.ts';
import { strokeMarks } from './strokeMarks.ts';
import type { StrokeEffect, StrokeIdle, StrokeSession } from './strokeSession.ts';
import { draggedSize, steppedBrush } from './strokeSize.ts';

type Kind = Pick<Tool, 'key' | 'optionGroups'> & { readonly effect: StrokeEffect };

/** A tool whose strokes do `effect`; those of the right button erase. */
export function strokeTool({ effect, ...kind }: Kind): Tool<StrokeSession> {
  return {
    ...kind,
    idle: drawingIdle,
    secondaryButton: 'tool',

    handle(session, event, context) {
      switch (session.phase) {
        case 'idle':
          return rest(session, event, context, effect);
        case 'drawing':
          if (event.type === 'move') return { session: continueStroke(session, event, context) };
          if (event.type === 'up') return finishStroke(session, context);
          return { session: event.type === 'cancel' ? drawingIdle : session };
        case 'sizing':
          if (event.type === 'move')
            return { session, options: { brushSize: draggedSize(session, event, context) } };
          if (event.type === 'cancel') return { session: drawingIdle, options: { brushSize: session.size } };
          return { session: event.type === 'up' ? { phase: 'idle', last: session.last } : session };
      }
    },

    isHeavy: (session, { type }, { document }) =>
      session.phase === 'drawing' && type === 'up' && isHeavyDrawing(session.dabs.length, document),

    cursor: strokeCursor,
    hint: (session, context) => strokeHint(session, context, effect),
    draft: (session, context, view): Draft =>
      context.document.image === null ? noDraft : { marks: strokeMarks(session, context, view) },
  };
}

function rest(
  session: StrokeIdle,
  event: ToolEvent,
  context: ToolContext,
  effect: StrokeEffect,
): ToolResult<StrokeSession> {
  const { brushSize } = context.options;
  switch (event.type) {
    case 'down':
      if (context.document.image === null) return { session };
      if (event.modifiers.alt)
        return { session: { phase: 'sizing', from: event, size: brushSize, last: session.last } };
      return { session: beginStroke(session, event, context, effect) };
    case 'key': {
      const rested: StrokeIdle = { phase: 'idle', last: session.last };
      if (event.key === ']') return { session: rested, options: { brushSize: steppedBrush(brushSize, 1) } };
      if (event.key === '[') return { session: rested, options: { brushSize: steppedBrush(brushSize, -1) } };
      return { session: rested };
    }
    case 'wheel':
      return { session, options: { brushSize: steppedBrush(brushSize, event.step) } };
    case 'cancel':
      return { session: drawingIdle };
    default:
      return { session };
  }
}
