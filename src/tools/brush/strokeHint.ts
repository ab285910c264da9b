import type { StrokeEffect } from '../draft.ts';
import { openImageHint } from '../drawing/drawnRegion.ts';
import type { Hint } from '../hint.ts';
import type { ToolContext } from '../tool.ts';
import type { StrokeSession } from './strokeSession.ts';

export function strokeHint(
  session: StrokeSession,
  { document, options }: ToolContext,
  effect: StrokeEffect,
): Hint {
  if (document.image === null) return openImageHint;
  switch (session.phase) {
    case 'idle':
      return session.notice ?? { code: 'stroke.rest', effect };
    case 'drawing':
      return { code: 'stroke.drawing' };
    case 'sizing':
      return { code: 'stroke.sizing', size: options.brushSize };
  }
}
