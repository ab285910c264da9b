import { arrowStep } from '../arrowStep.ts';
import { type DocumentWithSelection, emptySelection, type Selection } from '../selection.ts';
import type { PointerPosition, Tool, ToolContext, ToolEvent, ToolInput, ToolResult } from '../tool.ts';
import { isHeavyEdit } from './heavyEdit.ts';
import { marqueeSelection } from './marquee.ts';
import { neighbourRegion } from './neighbourRegion.ts';
import { pressSelection } from './pressSelection.ts';
import { normaliseEditedRegions, nudgeSelected, removeSelected, removeVertex } from './selectEdit.ts';
import { selectCursor, selectDraft, selectHint } from './selectFeedback.ts';
import { followPointer } from './selectGesture.ts';
import { hitAt, pressedHit } from './selectHit.ts';
import type { SelectSession } from './selectSession.ts';

type Pointer = PointerPosition & ToolInput;
type Result = ToolResult<SelectSession>;

const idle: SelectSession = { phase: 'idle' };

export const select: Tool<SelectSession> = {
  key: 'a',
  idle,
  optionGroups: [],
  secondaryButton: 'menu',

  handle(session, event, context) {
    switch (event.type) {
      case 'down':
        return press(event, context);
      case 'move':
        return { session: followPointer(session, event, context) };
      case 'up':
        return release(followPointer(session, event, context), event, context);
      case 'cancel':
        return session.phase === 'idle' ? deselect(context.selection) : { session: idle };
      case 'delete':
        return session.phase === 'idle' ? finish(removeSelected(context), context) : { session };
      case 'key':
        return session.phase === 'idle' ? handleKey(event, context) : { session };
      default:
        return { session };
    }
  },

  isHeavy: isHeavyEdit,
  cursor: selectCursor,
  hint: selectHint,
  draft: selectDraft,
};

function press(event: Extract<ToolEvent, { type: 'down' }>, context: ToolContext): Result {
  const { alt, shift } = event.modifiers;
  const hit = pressedHit(hitAt(event, context), alt);
  if (hit.kind === 'vertex' && alt) return finish(removeVertex(context, hit.vertex), context);
  const { onPress, onClick } = pressSelection(hit, shift, context.selection);
  const session: SelectSession = { phase: 'pressed', hit, from: event, onClick };
  return onPress === context.selection ? { session } : { session, selection: onPress };
}

function release(session: SelectSession, { modifiers }: Pointer, context: ToolContext): Result {
  switch (session.phase) {
    case 'idle':
      return { session };
    case 'pressed':
      return { session: idle, selection: session.onClick };
    case 'marquee': {
      const selection = marqueeSelection(session.from.point, session.to, modifiers.shift, context);
      return { session: idle, selection };
    }
    case 'dragging': {
      const { shown } = session.result;
      return finish(session.target.kind === 'regions' ? shown : normaliseEditedRegions(shown), context);
    }
  }
}

/** Arrows nudge; Tab goes from region to region, past the last one to what comes next in the page. */
function handleKey(event: Extract<ToolEvent, { type: 'key' }>, context: ToolContext): Result {
  const step = arrowStep(event);
  if (step !== undefined) return finish(nudgeSelected(context, step), context);
  if (event.key !== 'Tab') return { session: idle };
  const id = neighbourRegion(context, event.modifiers.shift ? 'before' : 'after');
  return id === undefined
    ? { session: idle }
    : { session: idle, selection: { regionIds: [id], vertices: [] } };
}

function finish(after: DocumentWithSelection, before: DocumentWithSelection): Result {
  if (after.document === before.document) return { session: idle };
  return { session: idle, commit: after.document, selection: after.selection };
}

/** Clears the vertices first, then the regions. */
function deselect({ regionIds, vertices }: Selection): Result {
  if (vertices.length > 0) return { session: idle, selection: { regionIds, vertices: [] } };
  return regionIds.length > 0 ? { session: idle, selection: emptySelection } : { session: idle };
}
