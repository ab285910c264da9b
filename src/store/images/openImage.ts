import { limits } from '../../contract/limits.ts';
import type { OpenedImage, OpenResult } from '../../image/openImageFile.ts';
import type { Document, SourceImage } from '../../model/document/document.ts';
import { documentOfImage } from '../../model/document/documentOfImage.ts';
import { withInfo, withProblem } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import type { NoticeFacts } from '../notice.ts';
import type { TabWork } from '../tabs/tabWork.ts';
import { addImage, type CreateDisplayImage, type ImageLibrary } from './imageLibrary.ts';
import { type OpenLatest, openDocument } from './latestOpening.ts';

export type ImageFiles = {
  openImageFile(file: File, bytesMax?: number): Promise<OpenResult>;
  createDisplayImage: CreateDisplayImage;
};

export type OpenImageParts = {
  readonly editor: EditorStore;
  readonly library: ImageLibrary;
  readonly files: ImageFiles;
  readonly tabWork: TabWork;
  readonly openLatest: OpenLatest;
  /** Stores the bytes, so that the document survives a reload. Resolves to false where there is no room. */
  save(opened: OpenedImage): Promise<boolean>;
  notifyNotKept(facts: NoticeFacts): void;
};

type FileToOpen = {
  /** It may still have to be fetched. */
  readonly file: File | Promise<File>;
  readonly bytesMax?: number;
  /** What is said where there is no room to keep the image. */
  readonly notKept: NoticeFacts;
  documentOf(image: SourceImage): Document | Promise<Document>;
};

/**
 * Opens files as new documents. What is refused leaves the open document as it is, and a notice that says why.
 */
export function createOpenImage({ editor, library, files, tabWork, openLatest, ...parts }: OpenImageParts) {
  function openFile({ file, bytesMax, notKept, documentOf }: FileToOpen): Promise<void> {
    return openLatest(async (isOvertaken) => {
      const opened = await files.openImageFile(await file, bytesMax);
      if (opened.kind !== 'opened') {
        if (!isOvertaken()) editor.transact(withProblem({ code: 'refused', refusal: opened }), 'atOnce');
        return;
      }
      const document = isOvertaken() ? undefined : await documentOf(opened.source);
      if (document === undefined || isOvertaken()) return opened.preview.close();
      addImage(library, opened, files.createDisplayImage);
      editor.transact(openDocument(document));
      const { image } = document;
      if (image?.copy)
        editor.transact(withInfo({ code: 'openedCopy', copy: image.copy, size: image }), 'atOnce');
      if (!(await parts.save(opened))) parts.notifyNotKept(notKept);
    });
  }

  /** The document of the last visit, where nothing is open yet and it was made of that image. */
  async function lastDocumentOf(image: SourceImage): Promise<Document> {
    const isFirst = editor.getState().document.image === null;
    const work = isFirst ? await tabWork.load().catch(() => undefined) : undefined;
    return work?.document.image?.id === image.id ? work.document : documentOfImage(image);
  }

  return {
    openFile,
    openImage: (file: File | Promise<File>): Promise<void> =>
      openFile({
        file,
        bytesMax: limits.fileBytesMax,
        notKept: { code: 'photographNotKept' },
        documentOf: lastDocumentOf,
      }),
  };
}
