import type { Document } from '../../model/document/document.ts';
import { useEditor } from '../../store/useEditor.ts';

/** Commits a change of the frame as one undo step, and keeps the whole frame in sight. */
export function useCommitCanvas(): (change: (document: Document) => Document) => void {
  const { commit, view } = useEditor();
  return (change) => {
    commit(change);
    view.fitFrame();
  };
}
