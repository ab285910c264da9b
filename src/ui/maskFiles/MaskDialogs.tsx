import { type ComponentType, lazy, Suspense, useCallback } from 'react';
import type { MaskPanel } from '../../store/editor/sessionStore.ts';
import { useEditor, useSession } from '../../store/useEditor.ts';

const dialogs: Partial<Record<MaskPanel, ComponentType<{ onClose(): void }>>> = {
  import: lazy(() => import('./ImportDialog.tsx').then((file) => ({ default: file.ImportDialog }))),
  export: lazy(() => import('./ExportDialog.tsx').then((file) => ({ default: file.ExportDialog }))),
};

/** The dialog that is open, if any; its code comes with the first one. */
export function MaskDialogs() {
  const { session } = useEditor();
  const panel = useSession((state) => state.maskPanel);
  const close = useCallback(() => session.setState({ maskPanel: null }), [session]);
  const Dialog = panel === null ? undefined : dialogs[panel];
  return <Suspense>{Dialog && <Dialog onClose={close} />}</Suspense>;
}
