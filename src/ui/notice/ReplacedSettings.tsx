import { Undo2 } from 'lucide-react';
import { forgetReplacedSettings } from '../../store/editor/settings.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { NoticeBox } from '../kit/NoticeBox.tsx';

/** The way back to a prompt and settings that others took the place of. */
export function ReplacedSettings() {
  const editor = useEditor();
  const isAny = useEditorState((state) => state.replacedSettings.length > 0);
  if (!isAny) return null;
  return (
    <NoticeBox
      tone="info"
      message="Prompt and settings replaced."
      onDismiss={() => editor.transact(forgetReplacedSettings, 'atOnce')}
    >
      <Button icon={Undo2} onClick={editor.putSettingsBack}>
        Put mine back
      </Button>
    </NoticeBox>
  );
}
