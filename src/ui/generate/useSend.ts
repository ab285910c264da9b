import { problemsOf } from '../../model/request/problems.ts';
import type { Editor } from '../../store/createEditor.ts';
import { useEditor } from '../../store/useEditor.ts';
import { jumpToField } from '../jumpToField.ts';
import { firstStop } from './useProblems.ts';

/** Sends what is on screen, or leads to the first thing that stops it. */
export function useSend(): () => void {
  const editor = useEditor();
  return () => editor.tool.settle(() => send(editor));
}

function send(editor: Editor) {
  if (isTryingMask(editor)) return stopAtMaskPanel(editor);
  const stop = firstStop(problemsOf(editor.documents.getState().document, editor.settings.getState()));
  if (stop) jumpToField(stop.field);
  else {
    // Back to the layout that is sent; its result may then show itself.
    editor.session.setState({ shownResult: null });
    void editor.generate();
  }
}

/** An operation's preview is on screen and not in the document. */
function isTryingMask({ session, documents }: Editor): boolean {
  const { preview } = session.getState();
  return preview !== null && preview.regions !== documents.getState().document.regions;
}

function stopAtMaskPanel({ session }: Editor) {
  const message =
    'Nothing was sent: what you see is only tried out. Apply it to the mask or cancel it first.';
  session.setState({ notice: { tone: 'problem', message } });
  jumpToField('maskPanel');
}
