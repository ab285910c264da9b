/**
 * The wand's last click can still be had with another tolerance, for as long as the document is what that click made of it.
 * Each change asks again, but never while an answer is due: then the newest options are asked for once it has come. What
 * the answers make of the document as it was before the click is only shown, until the slider is let go: that commits it.
 */
import type { Document } from '../../model/document/document.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { CombineMode } from '../../model/mask/applyShape.ts';
import type { PixelQuestion } from '../../model/pixels/pixelQuestion.ts';
import { type DrawingIdle, drawingIdle, finishShape } from '../drawing/drawnRegion.ts';
import type { DocumentWithSelection } from '../selection.ts';
import type { ToolContext, ToolResult } from '../tool.ts';
import type { ToolOptions } from '../toolOptions.ts';

/** A click that was answered. */
type AnsweredClick = {
  readonly question: PixelQuestion;
  readonly mode: CombineMode;
  readonly before: DocumentWithSelection;
  readonly after: Document;
};

/** `last`: the click that made the document what it is, as long as it still is. */
export type WandIdle = DrawingIdle & { readonly last?: AnsweredClick };

export type Adjusting = {
  readonly phase: 'adjusting';
  readonly last: AnsweredClick;
  /** The question that is not answered yet. */
  readonly pending: PixelQuestion | undefined;
  /** What came of the one before, if there was one. */
  readonly shown: ShownAnswer | undefined;
  readonly isFinal: boolean;
};

type ShownAnswer = { readonly question: PixelQuestion; readonly result: ToolResult<DrawingIdle> };
type Result = ToolResult<WandIdle | Adjusting>;

/** Asks for the last click's pixels again if the options have become others than those it was answered with. */
export function beginAdjusting(session: WandIdle, isFinal: boolean, context: ToolContext): Result {
  const { last } = session;
  if (last === undefined || last.after !== context.document) return { session };
  const pending = changedQuestion(last.question, context.options);
  if (pending === undefined) return { session };
  return { session: { phase: 'adjusting', last, pending, shown: undefined, isFinal }, question: pending };
}

/** The options have changed in the middle of it, or for good. */
export function continueAdjusting(session: Adjusting, isFinal: boolean, context: ToolContext): Result {
  return askOrCommit({ ...session, isFinal }, context);
}

/** The answer to the question under way. */
export function showAdjusted(session: Adjusting, rings: Rings, context: ToolContext): Result {
  const { last, pending } = session;
  if (pending === undefined) return { session };
  if (last.after !== context.document) return { session: drawingIdle };
  const result = applyAnswer(rings, last.mode, { ...context, ...last.before });
  return askOrCommit({ ...session, pending: undefined, shown: { question: pending, result } }, context);
}

/** What an answer makes of the mask. */
export function applyAnswer(rings: Rings, mode: CombineMode, context: ToolContext): ToolResult<DrawingIdle> {
  if (rings.length > 0) return finishShape(rings, mode, context);
  return { session: { phase: 'idle', notice: { code: 'wand.onlySpecks' } } };
}

/** The document as it would be if what is shown were kept. */
export function adjustedDocument({ shown, last }: Adjusting): Document | undefined {
  return shown && (shown.result.commit ?? last.before.document);
}

function askOrCommit(session: Adjusting, context: ToolContext): Result {
  const { shown, pending: asked, isFinal } = session;
  if (asked !== undefined || shown === undefined) return { session };
  const question = changedQuestion(shown.question, context.options);
  if (question !== undefined) return { session: { ...session, pending: question }, question };
  return isFinal ? commitShown(session, shown) : { session };
}

function commitShown({ last }: Adjusting, { question, result }: ShownAnswer): Result {
  const after = result.commit ?? last.before.document;
  return {
    session: { ...result.session, last: { ...last, question, after } },
    commit: after,
    selection: result.selection ?? last.before.selection,
  };
}

/** The same click's question with other options, or undefined where they are the same. */
function changedQuestion(question: PixelQuestion, options: ToolOptions): PixelQuestion | undefined {
  const { tolerance, isContiguous, sampleSize } = options;
  const isSame =
    question.tolerance === tolerance &&
    question.isContiguous === isContiguous &&
    question.sampleSize === sampleSize;
  return isSame ? undefined : { at: question.at, tolerance, isContiguous, sampleSize };
}
