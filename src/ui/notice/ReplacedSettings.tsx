import { Undo2 } from 'lucide-react';
import { forgetReplacedSettings } from '../../store/editor/settings.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { NoticeBox } from '../kit/NoticeBox.tsx';
import * as texts from '../texts/texts.ts';

/** The way back to a prompt and settings that others took the place of. */
export function ReplacedSettings() {
  const editor = useEditor();
  const isAny = useEditorState((state) => state.replacedSettings.length > 0);
  if (!isAny) return null;
  return (
    <NoticeBox
      tone="info"
      message={texts.noticeBox.settingsReplaced}
      onDismiss={() => editor.transact(forgetReplacedSettings, 'atOnce')}
    >
      <Button icon={Undo2} onClick={editor.putSettingsBack}>
        {texts.noticeBox.putMineBack}
      </Button>
    </NoticeBox>
  );
}
