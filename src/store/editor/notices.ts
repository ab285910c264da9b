import { type Change, isInGesture } from './editorState.ts';

/** Something did not work. */
export function withProblem(message: string): Change {
  return (state) => ({ ...state, notice: { tone: 'problem', message } });
}

/** Something is as it is; the notice leaves by itself. */
export function withInfo(message: string): Change {
  return (state) => ({ ...state, notice: { tone: 'info', message } });
}

export const dismissNotice: Change = (state) => ({ ...state, notice: null });

export const finishFirst = 'Finish the shape first: Enter closes it, Escape gives it up.';

/** In the middle of a gesture only says that this must end first: the shape would lose the ground it stands on. */
export function whenFree(change: Change): Change {
  return (state) => (isInGesture(state) ? withInfo(finishFirst)(state) : change(state));
}
