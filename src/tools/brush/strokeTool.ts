/**
 * What brush and eraser have in common: a press begins a stroke, or with Alt sets the size; moves go on with it; the
 * release commits it. Where the release is does not matter: the last move has said so, with the pressure that a pen no
 * longer has when it is lifted.
 */
import { type Draft, noDraft, type StrokeEffect } from '../draft.ts';
import { drawingIdle } from '../drawing/drawnRegion.ts';
import { isHeavyDrawing } from '../drawing/heavyDrawing.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../tool.ts';
import { strokeCursor } from './strokeCursor.ts';
import { beginStroke, continueStroke, finishStroke } from './strokeDrawing.ts';
import { strokeHint } from './strokeHint.ts';
import { strokeMarks } from './strokeMarks.ts';
import type { StrokeIdle, StrokeSession } from './strokeSession.ts';
import { draggedBrushSize, steppedBrushSize } from './strokeSize.ts';

type StrokeToolOptions = Pick<Tool, 'key' | 'optionGroups'> & { readonly effect: StrokeEffect };

/** A tool whose strokes do `effect`; those of the right button erase. */
export function strokeTool({ effect, ...options }: StrokeToolOptions): Tool<StrokeSession> {
  return {
    ...options,
    idle: drawingIdle,
    isFreehand: true,
    secondaryButton: 'tool',

    handle(session, event, context) {
      switch (session.phase) {
        case 'idle':
          return handleIdle(session, event, context, effect);
        case 'drawing':
          if (event.type === 'move') return { session: continueStroke(session, event, context) };
          if (event.type === 'up') return finishStroke(session, context);
          return { session: event.type === 'cancel' ? drawingIdle : session };
        case 'sizing':
          if (event.type === 'move')
            return { session, options: { brushSize: draggedBrushSize(session, event, context) } };
          if (event.type === 'cancel')
            return { session: drawingIdle, options: { brushSize: session.sizeBefore } };
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

function handleIdle(
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
        return { session: { phase: 'sizing', from: event, sizeBefore: brushSize, last: session.last } };
      return { session: beginStroke(session, event, context, effect) };
    case 'key': {
      const idle: StrokeIdle = { phase: 'idle', last: session.last };
      if (event.key === ']') return { session: idle, options: { brushSize: steppedBrushSize(brushSize, 1) } };
      if (event.key === '[')
        return { session: idle, options: { brushSize: steppedBrushSize(brushSize, -1) } };
      return { session: idle };
    }
    case 'wheel':
      return { session, options: { brushSize: steppedBrushSize(brushSize, event.step) } };
    case 'cancel':
      return { session: drawingIdle };
    default:
      return { session };
  }
}
