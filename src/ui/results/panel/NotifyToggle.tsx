import { Bell, BellOff, BellRing } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../kit/IconButton.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import { notificationState, switchNotifications } from '../outcomes/notifications.ts';

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
      label={lateTexts.resultsPanel.notify}
      tip={lateTexts.resultsPanel.notifyTips[state]}
      isPressed={state === 'on'}
      aria-disabled={state === 'blocked'}
      onClick={() => void toggle()}
    />
  );
}
