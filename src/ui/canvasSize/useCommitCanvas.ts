import type { Document } from '../../model/document/document.ts';
import { onDocument } from '../../store/editor/regionChanges.ts';
import { fitFrame } from '../../store/editor/viewChanges.ts';
import { useEditor } from '../../store/useEditor.ts';

/** Commits a change of the frame as one undo step, and keeps the whole frame in sight. */
export function useCommitCanvas(): (change: (document: Document) => Document) => void {
  const editor = useEditor();
  return (change) => editor.transact((state) => fitFrame(onDocument(change)(state)));
}
