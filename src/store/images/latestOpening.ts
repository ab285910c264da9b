import type { Document } from '../../model/document/document.ts';
import { type Change, withProblem } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import { startHistory } from '../editor/history.ts';
import { hideResult } from '../editor/shownResult.ts';
import { withOpenedDocument } from '../editor/toolEvents.ts';
import { fitFrame } from '../editor/viewChanges.ts';

export type OpenLatest = ReturnType<typeof createLatestOpening>;

/**
 * The one rule for whatever opens a document, be it a file, a link, a result or a generation: the newest call wins. What is
 * slow to be fetched or decoded must not replace what was asked for after it, and says nothing any more, not even that it
 * failed.
 */
export function createLatestOpening(editor: EditorStore) {
  let latest = 0;

  /** `open` asks `isOvertaken` after each wait, and then frees what it has decoded. */
  return async function openLatest(open: (isOvertaken: () => boolean) => Promise<void>): Promise<void> {
    latest += 1;
    const call = latest;
    const isOvertaken = () => call !== latest;
    editor.transact(beginOpening, 'atOnce');
    try {
      await open(isOvertaken);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!isOvertaken()) editor.transact(withProblem({ code: 'failed', message }), 'atOnce');
    } finally {
      if (!isOvertaken()) editor.transact(endOpening, 'atOnce');
    }
  };
}

const beginOpening: Change = (state) => ({ ...state, isOpening: true, notice: null });
const endOpening: Change = (state) => ({ ...state, isOpening: false });

/** Over an open document it is one undo step; the first image starts the history. */
export function openDocument(document: Document): Change {
  return (state) => {
    const isFirst = state.document.image === null;
    const opened = fitFrame(hideResult(withOpenedDocument(document)(state)));
    return isFirst ? startHistory(opened) : opened;
  };
}
