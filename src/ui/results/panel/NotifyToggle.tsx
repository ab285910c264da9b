import { Bell, BellOff, BellRing } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../kit/IconButton.tsx';
import { notificationState, switchNotifications } from '../outcomes/notifications.ts';

const tips = {
  on: 'A notification tells when something ends while you are elsewhere',
  off: 'Notify me when something ends while I am elsewhere',
  blocked: 'This browser blocks notifications: allow them in its settings for this page',
} as const;
const icons = { on: BellRing, off: Bell, blocked: BellOff } as const;

/** The browser is asked for its permission by this press, never by itself. */
export function NotifyToggle() {
  const [state, setState] = useState(notificationState);
  if (state === 'unsupported') return null;

  async function toggle() {
    if (state !== 'blocked') setState(await switchNotifications(state === 'off'));
  }

  return (
    <IconButton
      icon={icons[state]}
      label="Notify when done"
      tip={tips[state]}
      isPressed={state === 'on'}
      aria-disabled={state === 'blocked'}
      onClick={() => void toggle()}
    />
  );
}
