import { LogOut } from 'lucide-react';
import { useRef } from 'react';
import { routes } from '../../contract/routes.ts';
import { useEditor } from '../../store/useEditor.ts';
import { IconButton } from '../kit/IconButton.tsx';
import * as texts from '../texts/texts.ts';

/**
 * Leaves the server for its sign-in page. As a form, since a page that is left by one warns first of what would be lost, and
 * the session goes on where the person then stays.
 */
export function SignOutButton() {
  const editor = useEditor();
  const form = useRef<HTMLFormElement>(null);
  if (!editor.config.needsSignIn) return null;

  async function signOut() {
    await editor.flush();
    form.current?.submit();
  }

  return (
    <form ref={form} method="post" action={routes.signOut}>
      <IconButton
        icon={LogOut}
        label={texts.topbar.signOut}
        tip={texts.topbar.signOutTip}
        onClick={() => editor.settle(() => void signOut())}
      />
    </form>
  );
}
