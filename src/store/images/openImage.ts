import type { OpenedImage, OpenResult } from '../../image/openImageFile.ts';
import type { Document } from '../../model/document/document.ts';
import { documentOfImage } from '../../model/document/documentOfImage.ts';
import { emptySelection } from '../../tools/tool.ts';
import type { DocumentStore } from '../editor/documentStore.ts';
import type { SessionStore } from '../editor/sessionStore.ts';
import type { ToolDriver } from '../editor/toolDriver.ts';
import type { ViewCommands } from '../editor/viewCommands.ts';
import type { ComplainOfKeeping } from '../generations/complainOfKeeping.ts';
import { addImage, type CreateDisplayImage, type ImageLibrary } from './imageLibrary.ts';

export type ImageFiles = {
  openImageFile(file: File, bytesMax?: number): Promise<OpenResult>;
  createDisplayImage: CreateDisplayImage;
};

type Parts = {
  documents: DocumentStore;
  session: SessionStore;
  library: ImageLibrary;
  files: ImageFiles;
  view: ViewCommands;
  tool: ToolDriver;
  /** The document of the last visit, where it was made of the image with this id. */
  recall(imageId: string): Promise<Document | undefined>;
  /** Keeps the bytes, so that the document survives a reload. Resolves to false where there is no room. */
  keep(opened: OpenedImage): Promise<boolean>;
  complainOfKeeping: ComplainOfKeeping;
  /** What the server takes of an image; more could be opened and never sent. */
  uploadBytesMax: number;
};

const noRoom = 'This browser has no room to keep the photograph: it will not survive a reload.';

/** Opens a file as a new document. Refused files leave the open document as it is, and a notice that says why. */
export function createOpenImage(parts: Parts) {
  const { documents, session, library, files, view, tool, recall, keep } = parts;
  /** The newest call wins: a slow file must not replace one that was opened after it. */
  let latest = 0;

  return async function openImage(file: File): Promise<void> {
    latest += 1;
    const call = latest;
    session.setState({ isOpening: true, notice: null });
    try {
      const opened = await files.openImageFile(file, parts.uploadBytesMax);
      if (call !== latest) return;
      if (opened.kind !== 'opened') {
        session.setState({ notice: { tone: 'problem', message: opened.sentence } });
        return;
      }
      const isFirst = documents.getState().document.image === null;
      const recalled = isFirst ? await recall(opened.source.id) : undefined;
      if (call !== latest) return;
      addImage(library, opened, files.createDisplayImage);
      show(recalled ?? documentOfImage(opened.source), isFirst);
      if (!(await keep(opened))) parts.complainOfKeeping(noRoom);
    } finally {
      if (call === latest) session.setState({ isOpening: false });
    }
  };

  /** Over an open document it is one undo step; the first image starts the history. */
  function show(document: Document, isFirst: boolean) {
    tool.abandon();
    tool.inTurn(() => {
      documents.setState({ document });
      if (isFirst) documents.temporal.getState().clear();
      session.setState({ selection: emptySelection, shownResult: null });
      view.fitFrame();
    });
  }
}
