import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { dismissNotice } from '../../store/editor/editorState.ts';
import { forgetReplacedSettings } from '../../store/editor/settings.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { NoticeBox } from '../kit/NoticeBox.tsx';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './Notice.module.css';

/** A notice that something went well leaves by itself; one of a problem stays until it is read. */
const infoLifetimeMs = 6000;

/** The sentences that the editor has for the person, over the foot of the stage. */
export function Notice() {
  const editor = useEditor();
  const notice = useEditorState((state) => state.notice);
  const dismiss = () => editor.transact(dismissNotice, 'atOnce');

  useEffect(() => {
    if (notice?.tone !== 'info') return;
    const timer = setTimeout(() => editor.transact(dismissNotice, 'atOnce'), infoLifetimeMs);
    return () => clearTimeout(timer);
  }, [notice, editor]);

  return (
    <div className={styles.place} role="status" aria-label={texts.noticeBox.title}>
      <ReplacedSettings />
      {notice && (
        <NoticeBox
          tone={notice.tone}
          message={sentence(texts.notices, notice.code, notice)}
          onDismiss={dismiss}
        />
      )}
    </div>
  );
}

/** The way back to a prompt and settings that others took the place of. */
function ReplacedSettings() {
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
