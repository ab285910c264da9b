import { Check } from 'lucide-react';
import { toolOf } from '../../store/editor/editorState.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import * as texts from '../texts/texts.ts';

/** Ends a drawing that stays open between presses: a finger has no Enter, and covers the first point. */
export function CloseButton() {
  const editor = useEditor();
  const isClosable = useEditorState(({ tool }) => toolOf(tool).isClosable?.(tool.session) ?? false);
  if (!isClosable) return null;
  return (
    <Button icon={Check} onClick={() => editor.dispatch({ type: 'confirm' })}>
      {texts.toolOptions.close}
    </Button>
  );
}
