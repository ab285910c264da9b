import type { Editor } from '../createEditor.ts';
import { activeTool, toolOf } from './toolDriver.ts';

/** Whether a menu can come up over the stage: in a gesture it is the tool's, and some tools take the right button. */
export function hasStageMenu({ documents, session, tool }: Editor): boolean {
  const state = session.getState();
  const isStageFree = state.shownResult === null && !tool.isInGesture();
  const hasImage = documents.getState().document.image !== null;
  return hasImage && isStageFree && toolOf(activeTool(state)).secondaryButton === 'menu';
}
