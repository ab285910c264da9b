import { problemsOf } from '../../model/problems.ts';
import type { Editor } from '../../store/createEditor.ts';
import { useEditor } from '../../store/useEditor.ts';
import { jumpToField } from '../jumpToField.ts';
import { firstStop } from './useProblems.ts';

/** Sends the document as it stands, or leads to the first thing that stops it. */
export function useSend(): () => void {
  const editor = useEditor();
  return () => send(editor);
}

function send(editor: Editor) {
  const stop = firstStop(problemsOf(editor.documents.getState().document, editor.settings.getState()));
  if (stop) jumpToField(stop.field);
  else void editor.generate();
}
