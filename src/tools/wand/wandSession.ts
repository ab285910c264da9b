import type { CombineMode } from '../../model/mask/applyShape.ts';
import type { PixelQuestion } from '../../model/pixels/pixelQuestion.ts';
import type { Adjusting, WandIdle } from './wandAdjust.ts';

/** Of a click, which waits for the outline of similar pixels. */
export type Asking = {
  readonly phase: 'asking';
  readonly question: PixelQuestion;
  readonly mode: CombineMode;
};

export type WandSession = WandIdle | Asking | Adjusting;

/** What it waits for an answer to. */
export function pendingQuestion(session: WandSession): PixelQuestion | undefined {
  switch (session.phase) {
    case 'idle':
      return undefined;
    case 'asking':
      return session.question;
    case 'adjusting':
      return session.pending;
  }
}

export function isBusy(session: WandSession): boolean {
  return pendingQuestion(session) !== undefined;
}
