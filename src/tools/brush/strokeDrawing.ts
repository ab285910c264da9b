import type { Document } from '../../model/document/document.ts';
import { canvasToImage, imageToCanvas } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Disc } from '../../model/geometry/rings/strokeOutline.ts';
import { strokeRings } from '../../model/geometry/rings/strokeRings.ts';
import type { CombineMode } from '../../model/mask/applyShape.ts';
import type { Dab, StrokeEffect } from '../draft.ts';
import { type DrawingIdle, finishDrawing } from '../drawing/drawnRegion.ts';
import type { ToolContext, ToolEvent, ToolInput, ToolResult } from '../tool.ts';
import type { ToolOptions } from '../toolOptions.ts';
import type { Drawing, StrokeIdle } from './strokeSession.ts';
import { brushRadius } from './strokeSize.ts';

type Press = Extract<ToolEvent, { type: 'down' }>;
type Move = Extract<ToolEvent, { type: 'move' }>;

/** Of the width, at no pressure at all. */
const shareMin = 0.1;

/** With Shift held it begins where the last one ended. */
export function beginStroke(
  { last }: StrokeIdle,
  event: Press,
  { document, options }: ToolContext,
  effect: StrokeEffect,
): Drawing {
  const share = widthShare(event, options);
  const start = event.modifiers.shift && last !== undefined ? [imageToCanvas(last, document)] : [];
  return {
    phase: 'drawing',
    effect: event.isSecondary ? 'erase' : effect,
    dabs: [...start, event.point].map(({ x, y }) => ({ x, y, share })),
    radius: brushRadius(options, event.unitsPerPixel, document),
  };
}

/** Pressure is known for the trail's end alone: on the way there it changes evenly. */
export function continueStroke(session: Drawing, event: Move, { options }: ToolContext): Drawing {
  const share = widthShare(event, options);
  const before = session.dabs.at(-1)?.share ?? share;
  const added = event.trail.map(({ x, y }, index): Dab => {
    const part = (index + 1) / event.trail.length;
    return { x, y, share: before + (share - before) * part };
  });
  return { ...session, dabs: [...session.dabs, ...added] };
}

export function finishStroke(session: Drawing, context: ToolContext): ToolResult<StrokeIdle> {
  const { document, options } = context;
  const discs = discsOf(session, document);
  const end = discs.at(-1);
  const last: Point | undefined = end && { x: end.x, y: end.y };
  const result = finishDrawing(strokeRings(discs), modeOf(session.effect, options), context);
  const idle = session.effect === 'erase' ? withEraserNotice(result.session) : result.session;
  return { ...result, session: { ...idle, last } };
}

/** Why nothing was erased, in the terms of an eraser. */
function withEraserNotice(session: DrawingIdle): DrawingIdle {
  if (session.notice === undefined) return session;
  return { phase: 'idle', notice: { code: 'stroke.nothingErased' } };
}

/** A brush unites with what it touches also where a shape would make a region of its own. */
function modeOf(effect: StrokeEffect, { combineMode }: ToolOptions): CombineMode {
  if (effect === 'erase') return 'subtract';
  return combineMode === 'new' ? 'add' : combineMode;
}

function discsOf({ dabs, radius }: Drawing, document: Document): Disc[] {
  return dabs.map((dab) => ({ ...canvasToImage(dab, document), radius: radius * dab.share }));
}

/** Half the pressure, which is also that of devices that feel none, gives the width that is set. */
function widthShare({ pressure }: ToolInput, { isPressureUsed }: ToolOptions): number {
  return isPressureUsed ? Math.max(shareMin, pressure * 2) : 1;
}
