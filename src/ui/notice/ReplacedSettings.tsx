import { Undo2 } from 'lucide-react';
import { useEditor, useSession } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { NoticeBox } from '../kit/NoticeBox.tsx';

/** The way back to a prompt and settings that others took the place of. */
export function ReplacedSettings() {
  const { session, putSettingsBack } = useEditor();
  const isAny = useSession((state) => state.replacedSettings.length > 0);
  if (!isAny) return null;
  return (
    <NoticeBox
      tone="info"
      message="Prompt and settings replaced."
      onDismiss={() => session.setState({ replacedSettings: [] })}
    >
      <Button icon={Undo2} onClick={putSettingsBack}>
        Put mine back
      </Button>
    </NoticeBox>
  );
}
