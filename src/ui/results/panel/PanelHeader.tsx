import { Bell, BellOff, BellRing, X } from 'lucide-react';
import { useState } from 'react';
import { type Generation, isUnderWay } from '../../../store/generations/generation.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import { notificationState, switchNotifications } from '../notifications.ts';
import styles from './PanelHeader.module.css';
import { ZipButton } from './ZipButton.tsx';

type Props = {
  readonly all: readonly Generation[];
  /** Those that the filter lets through. */
  readonly listed: readonly Generation[];
  readonly isFiltering: boolean;
  onClose(): void;
};

/** How many generations there are, and what is done with all of them at once. */
export function PanelHeader({ all, listed, isFiltering, onClose }: Props) {
  const { title, count, downloadAll, downloadListedTip, downloadAllTip, close } = lateTexts.resultsPanel;
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.count} role="status">
        {all.length === 0 ? '' : count(listed.length, all.length)}
      </p>
      <NotifyToggle />
      <ZipButton
        label={downloadAll}
        tip={isFiltering ? downloadListedTip : downloadAllTip}
        fileName="results.zip"
        generations={listed.filter((each) => !isUnderWay(each))}
      />
      <IconButton icon={X} label={close} keys="Escape" onClick={onClose} />
    </header>
  );
}

const icons = { on: BellRing, off: Bell, blocked: BellOff } as const;

/** The browser is asked for its permission by this press, never by itself. */
function NotifyToggle() {
  const [state, setState] = useState(notificationState);
  if (state === 'unsupported') return null;

  async function toggle() {
    if (state !== 'blocked') setState(await switchNotifications(state === 'off'));
  }

  return (
    <IconButton
      icon={icons[state]}
      label={lateTexts.resultsPanel.notify}
      tip={lateTexts.resultsPanel.notifyTips[state]}
      isPressed={state === 'on'}
      aria-disabled={state === 'blocked'}
      onClick={() => void toggle()}
    />
  );
}
