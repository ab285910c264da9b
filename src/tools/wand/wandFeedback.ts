import { type Draft, noDraft } from '../draft.ts';
import { openImageHint } from '../drawing/drawnRegion.ts';
import { hasModeKeys } from '../drawing/modeAtPress.ts';
import type { Hint } from '../hint.ts';
import type { ToolContext } from '../tool.ts';
import { adjustedDocument } from './wandAdjust.ts';
import { isBusy, type WandSession } from './wandSession.ts';

export function wandCursor(session: WandSession, _pointer: unknown, { document }: ToolContext): string {
  if (document.image === null) return 'not-allowed';
  return isBusy(session) ? 'progress' : 'crosshair';
}

export function wandHint(session: WandSession, context: ToolContext): Hint {
  if (context.document.image === null) return openImageHint;
  if (isBusy(session)) return { code: 'wand.asking' };
  if (session.phase !== 'idle') return { code: 'wand.adjusting' };
  return session.notice ?? { code: 'wand.rest', hasModeKeys: hasModeKeys(context) };
}

export function wandDraft(session: WandSession): Draft {
  const document = session.phase === 'adjusting' ? adjustedDocument(session) : undefined;
  return document ? { document, marks: [] } : noDraft;
}
