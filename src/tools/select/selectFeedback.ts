import { rectFromCorners } from '../../model/geometry/rect.ts';
import { type Draft, type Mark, rectPath } from '../draft.ts';
import type { Hint } from '../hint.ts';
import type { DraftView, PointerPosition, ToolContext, ToolInput } from '../tool.ts';
import { hitAt, pressedHit, type SelectHit } from './selectHit.ts';
import { hoverMarks, selectionMarks } from './selectMarks.ts';
import type { SelectSession } from './selectSession.ts';
import { snapMarks } from './snapDraggedVertex.ts';

const hitCursors: Record<SelectHit['kind'], string> = {
  vertex: 'pointer',
  edge: 'copy',
  region: 'move',
  background: 'default',
};

export function selectCursor(
  session: SelectSession,
  pointer: (PointerPosition & ToolInput) | null,
  context: ToolContext,
): string {
  if (session.phase === 'marquee' || pointer === null) return 'default';
  const { alt } = pointer.modifiers;
  if (session.phase === 'dragging') return alt && session.target.kind === 'regions' ? 'copy' : 'move';
  const { kind } = pressedHit(hitAt(pointer, context), alt);
  return alt && kind === 'region' ? 'copy' : hitCursors[kind];
}

export function selectHint(session: SelectSession, { document, selection }: ToolContext): Hint {
  if (session.phase === 'dragging')
    return { code: session.target.kind === 'regions' ? 'select.dragRegions' : 'select.dragVertices' };
  if (session.phase === 'marquee') return { code: 'select.marquee' };
  if (document.regions.length === 0) return { code: 'select.noRegions' };
  if (selection.vertices.length > 0) return { code: 'select.ofVertices' };
  if (selection.regionIds.length > 0) return { code: 'select.ofRegions' };
  return { code: 'select.rest' };
}

function idleMarks(context: ToolContext, { pointer, unitsPerPixel }: DraftView): readonly Mark[] {
  if (pointer === null) return [];
  const hit = hitAt({ point: pointer.point, unitsPerPixel }, context);
  return hoverMarks(pressedHit(hit, pointer.modifiers.alt), context);
}

export function selectDraft(session: SelectSession, context: ToolContext, view: DraftView): Draft {
  switch (session.phase) {
    case 'dragging': {
      const { shown, snapped } = session.result;
      const snaps = snapped === undefined ? [] : snapMarks(snapped, context.document);
      return { document: shown.document, marks: [...selectionMarks(shown, view), ...snaps] };
    }
    case 'marquee': {
      const box = rectFromCorners(session.from.point, session.to);
      return { marks: [...selectionMarks(context, view), rectPath(box, 'box')] };
    }
    case 'pressed':
      return { marks: [...selectionMarks(context, view), ...hoverMarks(session.hit, context)] };
    case 'idle': {
      return { marks: [...selectionMarks(context, view), ...idleMarks(context, view)] };
    }
  }
}
