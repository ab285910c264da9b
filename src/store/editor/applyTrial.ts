import { remainingSelection } from '../../tools/remainingSelection.ts';
import type { Editor } from '../createEditor.ts';
import { activeTool, toolOf } from './toolDriver.ts';

const notice = { tone: 'info', message: 'What you tried out was applied. Undo takes it back.' } as const;

/**
 * Applies the operation that is tried out, as a step of its own, before the tool is given a press: the press is meant for
 * what is seen, and dropping it would lose the amount that was found. A tool that only moves the view leaves it open.
 */
export function applyTrial({ session, documents, commit }: Editor) {
  const state = session.getState();
  const { preview, maskPanel, selection } = state;
  if (maskPanel === null || toolOf(activeTool(state)).isViewTool) return;
  session.setState({ maskPanel: null, preview: null });
  if (preview === null || preview === documents.getState().document) return;
  commit(() => preview);
  session.setState({ selection: remainingSelection(selection, preview), notice });
}
