import { useEffect } from 'react';
import { useEditor, useSession } from '../../store/useEditor.ts';
import { NoticeBox } from '../kit/NoticeBox.tsx';
import styles from './Notice.module.css';
import { ReplacedSettings } from './ReplacedSettings.tsx';

/** A notice that something went well leaves by itself; one of a problem stays until it is read. */
const infoLifetimeMs = 6000;

/** The sentences that the editor has for the person, over the foot of the stage. */
export function Notice() {
  const { session } = useEditor();
  const notice = useSession((state) => state.notice);
  const dismiss = () => session.setState({ notice: null });

  useEffect(() => {
    if (notice?.tone !== 'info') return;
    const timer = setTimeout(() => session.setState({ notice: null }), infoLifetimeMs);
    return () => clearTimeout(timer);
  }, [notice, session]);

  return (
    <div className={styles.place} role="status" aria-label="Notice">
      <ReplacedSettings />
      {notice && <NoticeBox tone={notice.tone} message={notice.message} onDismiss={dismiss} />}
    </div>
  );
}
