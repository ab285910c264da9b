import { CircleAlert, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import * as texts from '../texts/texts.ts';
import { classNames } from './classNames.ts';
import { IconButton } from './IconButton.tsx';
import styles from './NoticeBox.module.css';

type Props = {
  readonly tone: 'problem' | 'info';
  readonly message: string;
  /** What can be done about it, beside the sentence. */
  readonly children?: ReactNode;
  onDismiss(): void;
};

/** One sentence for the person, until it is dismissed. */
export function NoticeBox({ tone, message, children, onDismiss }: Props) {
  const Icon = tone === 'info' ? Info : CircleAlert;
  return (
    <div className={classNames(styles.notice, styles[tone])}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <p>{message}</p>
      {children}
      <IconButton icon={X} label={texts.kit.dismiss} size="small" onClick={onDismiss} />
    </div>
  );
}
