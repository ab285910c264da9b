import type { Document } from '../../model/document/document.ts';
import { canvasToImage } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import { type Rings, vertexCount } from '../../model/geometry/rings/ring.ts';
import { drawingIdle } from '../drawing/drawnRegion.ts';
import { isHeavyDrawing } from '../drawing/heavyDrawing.ts';
import { combineModeAtPress } from '../drawing/modeAtPress.ts';
import type { DrawingNotice } from '../hint.ts';
import type { Tool, ToolContext, ToolEvent, ToolResult } from '../tool.ts';
import { applyAnswer, beginAdjusting, continueAdjusting, showAdjusted, type WandIdle } from './wandAdjust.ts';
import { wandCursor, wandDraft, wandHint } from './wandFeedback.ts';
import { type Asking, isBusy, pendingQuestion, type WandSession } from './wandSession.ts';

type Result = ToolResult<WandSession>;
type Press = Extract<ToolEvent, { type: 'down' }>;
type Answer = Extract<ToolEvent, { type: 'answer' }>;

export const wand: Tool<WandSession> = {
  key: 'w',
  idle: drawingIdle,
  optionGroups: ['mode', 'wand'],
  secondaryButton: 'menu',

  handle(session, event, context) {
    switch (event.type) {
      case 'down':
        return isBusy(session) || event.clicks > 1 ? { session } : press(event, context);
      case 'answer':
        return handleAnswer(session, event, context);
      case 'options':
        return adjust(session, event.isFinal, context);
      case 'confirm':
        return adjust(session, true, context);
      case 'cancel':
        return { session: drawingIdle };
      case 'key':
        return { session: session.phase !== 'idle' && event.key === 'Backspace' ? drawingIdle : session };
      default:
        return { session };
    }
  },

  isHeavy: (session, event, { document }) =>
    event.type === 'answer' &&
    event.rings !== undefined &&
    pendingQuestion(session) === event.question &&
    isHeavyDrawing(vertexCount(event.rings), document),

  cursor: wandCursor,
  hint: wandHint,
  draft: wandDraft,
};

function press({ point, modifiers }: Press, { document, options }: ToolContext): Result {
  if (document.image === null) return { session: drawingIdle };
  const at = pixelAt(point, document);
  if (at === undefined) return idleWithNotice({ code: 'wand.besideImage' });
  const { tolerance, isContiguous, sampleSize } = options;
  const question = { at, tolerance, isContiguous, sampleSize };
  return {
    session: { phase: 'asking', question, mode: combineModeAtPress(modifiers, options, document) },
    question,
  };
}

function handleAnswer(session: WandSession, { question, rings }: Answer, context: ToolContext): Result {
  if (pendingQuestion(session) !== question || session.phase === 'idle') return { session };
  if (rings === undefined) return idleWithNotice({ code: 'wand.unreadable' });
  return session.phase === 'asking'
    ? commitAnswer(session, rings, context)
    : showAdjusted(session, rings, context);
}

/** Also what comes to nothing can be adjusted: with a higher tolerance it may come to something. */
function commitAnswer({ question, mode }: Asking, rings: Rings, context: ToolContext): Result {
  const { document, selection } = context;
  const result = applyAnswer(rings, mode, context);
  const last = { question, mode, before: { document, selection }, after: result.commit ?? document };
  return { ...result, session: { ...result.session, last } };
}

function adjust(session: WandSession, isFinal: boolean, context: ToolContext): Result {
  switch (session.phase) {
    case 'idle':
      return beginAdjusting(session, isFinal, context);
    case 'asking':
      return { session };
    case 'adjusting':
      return continueAdjusting(session, isFinal, context);
  }
}

function idleWithNotice(notice: DrawingNotice): ToolResult<WandIdle> {
  return { session: { phase: 'idle', notice } };
}

/** The pixel under a point (canvas px), in whole image px; undefined beside the image. */
function pixelAt(point: Point, document: Document): Point | undefined {
  const { x, y } = canvasToImage(point, document);
  const at = { x: Math.floor(x), y: Math.floor(y) };
  const { width, height } = document.image ?? { width: 0, height: 0 };
  return at.x >= 0 && at.y >= 0 && at.x < width && at.y < height ? at : undefined;
}
