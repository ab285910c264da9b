import { LogOut, type LucideIcon, MonitorX } from 'lucide-react';
import { useRef } from 'react';
import { routes } from '../../contract/routes.ts';
import { useEditor } from '../../store/useEditor.ts';
import { IconButton } from '../kit/IconButton.tsx';
import * as texts from '../texts/texts.ts';

/** Ways out of a server that asks people to sign in: from this browser, or from all of them. */
export function SignOutButtons() {
  const { signOut, signOutTip, signOutEverywhere, signOutEverywhereTip } = texts.topbar;
  return (
    <>
      <LeaveButton action={routes.signOut} icon={LogOut} label={signOut} tip={signOutTip} />
      <LeaveButton
        action={routes.signOutEverywhere}
        icon={MonitorX}
        label={signOutEverywhere}
        tip={signOutEverywhereTip}
      />
    </>
  );
}

type LeaveButtonProps = Readonly<{ action: string; icon: LucideIcon; label: string; tip: string }>;

/**
 * Leaves the server for its sign-in page. As a form, since a page that is left by one warns first of what would be lost, and
 * the session goes on where the person then stays.
 */
function LeaveButton({ action, icon, label, tip }: LeaveButtonProps) {
  const editor = useEditor();
  const form = useRef<HTMLFormElement>(null);

  async function leave() {
    await editor.flush();
    form.current?.submit();
  }

  return (
    <form ref={form} method="post" action={import.meta.env.BASE_URL + action.slice(1)}>
      <IconButton icon={icon} label={label} tip={tip} onClick={() => editor.settle(() => void leave())} />
    </form>
  );
}
