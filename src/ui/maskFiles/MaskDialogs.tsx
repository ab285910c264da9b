import { type ComponentType, lazy, Suspense, useCallback } from 'react';
import type { MaskPanel } from '../../store/editor/editorState.ts';
import { closeMaskPanel } from '../../store/editor/trial.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';

const dialogs: Partial<Record<MaskPanel, ComponentType<{ onClose(): void }>>> = {
  import: lazy(() => import('./ImportDialog.tsx').then((file) => ({ default: file.ImportDialog }))),
  export: lazy(() => import('./ExportDialog.tsx').then((file) => ({ default: file.ExportDialog }))),
};

/** The dialog that is open, if any; its code comes with the first one. */
export function MaskDialogs() {
  const editor = useEditor();
  const panel = useEditorState((state) => state.maskPanel);
  const close = useCallback(() => editor.transact(closeMaskPanel), [editor]);
  const Dialog = panel === null ? undefined : dialogs[panel];
  return <Suspense>{Dialog && <Dialog onClose={close} />}</Suspense>;
}
