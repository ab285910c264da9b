import { useEffect } from 'react';
import { dismissNotice } from '../../store/editor/editorState.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { NoticeBox } from '../kit/NoticeBox.tsx';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './Notice.module.css';
import { ReplacedSettings } from './ReplacedSettings.tsx';

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
