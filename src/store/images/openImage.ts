import type { OpenedImage, OpenResult } from '../../image/openImageFile.ts';
import type { Document } from '../../model/document/document.ts';
import { documentOfImage } from '../../model/document/documentOfImage.ts';
import { type Change, withProblem } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import { startHistory } from '../editor/history.ts';
import { hideResult } from '../editor/shownResult.ts';
import { withOpenedDocument } from '../editor/toolEvents.ts';
import { fitFrame } from '../editor/viewChanges.ts';
import type { NoticeFacts } from '../notice.ts';
import type { TabWork } from '../tabs/tabWork.ts';
import { addImage, type CreateDisplayImage, type ImageLibrary } from './imageLibrary.ts';

export type ImageFiles = {
  openImageFile(file: File, bytesMax?: number): Promise<OpenResult>;
  createDisplayImage: CreateDisplayImage;
};

export type OpenImageParts = {
  readonly editor: EditorStore;
  readonly library: ImageLibrary;
  readonly files: ImageFiles;
  readonly tabWork: TabWork;
  /** Stores the bytes, so that the document survives a reload. Resolves to false where there is no room. */
  save(opened: OpenedImage): Promise<boolean>;
  notifyNotKept(facts: NoticeFacts): void;
};

/**
 * Opens a file, or one that is still to be fetched, as a new document. What is refused leaves the open document as it is,
 * and a notice that says why.
 */
export function createOpenImage({ editor, library, files, tabWork, save, notifyNotKept }: OpenImageParts) {
  /** The newest call wins: a slow file or link must not replace one that was opened after it. */
  let latest = 0;

  /** The document of the last visit, where it was made of that image. */
  async function lastDocument(imageId: string): Promise<Document | undefined> {
    const work = await tabWork.load().catch(() => undefined);
    return work?.document.image?.id === imageId ? work.document : undefined;
  }

  return async function openImage(source: File | Promise<File>): Promise<void> {
    latest += 1;
    const call = latest;
    editor.transact(beginOpening, 'atOnce');
    try {
      const opened = await files.openImageFile(await source, editor.config.limits.uploadBytesMax);
      if (call !== latest) return;
      if (opened.kind !== 'opened')
        return editor.transact(withProblem({ code: 'refused', refusal: opened }), 'atOnce');
      const isFirst = editor.getState().document.image === null;
      const last = isFirst ? await lastDocument(opened.source.id) : undefined;
      if (call !== latest) return;
      addImage(library, opened, files.createDisplayImage);
      editor.transact(openDocument(last ?? documentOfImage(opened.source)));
      if (!(await save(opened))) notifyNotKept({ code: 'photographNotKept' });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (call === latest) editor.transact(withProblem({ code: 'failed', message }), 'atOnce');
    } finally {
      if (call === latest) editor.transact(endOpening, 'atOnce');
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
