import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { useEditor, useSession } from '../store/useEditor.ts';
import { classNames } from './controls/classNames.ts';
import { IconButton } from './controls/IconButton.tsx';
import styles from './Notice.module.css';

/** A notice that something went well leaves by itself; one of a problem stays until it is read. */
const infoLifetimeMs = 6000;

/** The sentence that the editor has for the person, over the foot of the stage. */
export function Notice() {
  const { session } = useEditor();
  const notice = useSession((state) => state.notice);

  useEffect(() => {
    if (notice?.tone !== 'info') return;
    const timer = setTimeout(() => session.setState({ notice: null }), infoLifetimeMs);
    return () => clearTimeout(timer);
  }, [notice, session]);

  const Icon = notice?.tone === 'info' ? Info : CircleAlert;
  return (
    <div className={styles.place} role="status" aria-label="Notice">
      {notice && (
        <div className={classNames(styles.notice, styles[notice.tone])}>
          <Icon className={styles.icon} size={16} aria-hidden />
          <p>{notice.message}</p>
          <IconButton
            icon={X}
            label="Dismiss"
            size="small"
            onClick={() => session.setState({ notice: null })}
          />
        </div>
      )}
    </div>
  );
}
