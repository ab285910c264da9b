import type { Problem } from '../../model/request/problem.ts';
import { problemsOf } from '../../model/request/problems.ts';
import type { Editor } from '../../store/createEditor.ts';
import { type EditorState, triedDocument, withProblem } from '../../store/editor/editorState.ts';
import { hideResult } from '../../store/editor/shownResult.ts';
import { useEditor } from '../../store/useEditor.ts';
import { jumpToField } from '../pageFields.ts';

/** Sends what is on screen, or leads to the first thing that stops it. */
export function useSend(): () => void {
  const editor = useEditor();
  return () => editor.settle(() => send(editor));
}

function send(editor: Editor) {
  const { document, settings } = editor.getState();
  if (isTryingMask(editor.getState())) return stopAtMaskPanel(editor);
  const stop = firstStop(problemsOf(document, settings));
  if (stop) jumpToField(stop.field);
  else {
    // Back to the layout that is sent; its result may then show itself.
    editor.transact(hideResult);
    void editor.generations.generate();
  }
}

/** What is tried out is on screen and not in the document. */
function isTryingMask(state: EditorState): boolean {
  return triedDocument(state).regions !== state.document.regions;
}

function stopAtMaskPanel(editor: Editor) {
  editor.transact(withProblem({ code: 'trialNotSent' }), 'atOnce');
  jumpToField('maskPanel');
}

export function firstStop(problems: readonly Problem[]): Problem | undefined {
  return problems.find((problem) => problem.severity === 'stops');
}
