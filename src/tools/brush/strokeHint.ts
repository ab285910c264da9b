import { openImageHint } from '../drawing/drawnRegion.ts';
import type { ToolContext } from '../tool.ts';
import type { StrokeEffect, StrokeSession } from './strokeSession.ts';

const resting: Readonly<Record<StrokeEffect, string>> = {
  paint: 'Drag to paint, right button to erase. Shift-click for a line.',
  erase: 'Drag to erase. Shift-click for a line.',
};

export function strokeHint(
  session: StrokeSession,
  { document, options }: ToolContext,
  effect: StrokeEffect,
): string {
  if (document.image === null) return openImageHint;
  switch (session.phase) {
    case 'idle':
      return session.notice ?? `${resting[effect]} Size: [ and ], Alt-wheel.`;
    case 'drawing':
      return 'Release to finish the stroke. Esc drops it.';
    case 'sizing':
      return `Drag right for a larger brush, left for a smaller one: ${options.brushSize} px. Esc leaves it as it was.`;
  }
}
