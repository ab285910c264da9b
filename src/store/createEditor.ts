import type { ProxyClient } from '../api/proxyClient.ts';
import type { Config } from '../contract/config.ts';
import type { Document } from '../model/document/document.ts';
import type { EditorStorage } from '../storage/openStorage.ts';
import { remainingSelection } from '../tools/remainingSelection.ts';
import { noModifiers } from '../tools/tool.ts';
import type { CompareWorker, MaskWorker, PixelWorker, ToolWorker } from '../workers/connectWorkers.ts';
import { createComparison } from './comparison/createComparison.ts';
import { createAutosave } from './editor/autosave.ts';
import { createDocumentStore } from './editor/documentStore.ts';
import { createImportMask } from './editor/importMask.ts';
import { createReplaceSettings } from './editor/replaceSettings.ts';
import { createRequestPreview } from './editor/requestPreview.ts';
import { createSessionStore } from './editor/sessionStore.ts';
import { createSettingsStore } from './editor/settingsStore.ts';
import { createToolDriver } from './editor/toolDriver.ts';
import { createViewCommands } from './editor/viewCommands.ts';
import { createComplainOfKeeping } from './generations/complainOfKeeping.ts';
import { createGenerations } from './generations/createGenerations.ts';
import { createGenerationStore } from './generations/generationStore.ts';
import type { ImageForUpload } from './generations/prepareRequest.ts';
import { createUploads } from './generations/uploads.ts';
import type { Wait } from './generations/waitOnline.ts';
import { createAnswerPixels } from './images/answerPixels.ts';
import { createImageLibrary } from './images/imageLibrary.ts';
import { createKeptImages } from './images/keptImages.ts';
import { createOpenImage, type ImageFiles } from './images/openImage.ts';
import { createOpenLink } from './images/openLink.ts';
import { restoreWork } from './images/restoreWork.ts';
import type { Tabs } from './tabs/tabs.ts';
import { createTabWork } from './tabs/tabWork.ts';

export type EditorParts = {
  client: ProxyClient;
  masks: MaskWorker;
  pixels: PixelWorker;
  compare: CompareWorker;
  tools: ToolWorker;
  storage: EditorStorage;
  tabs: Tabs;
  files: ImageFiles & { readonly imageForUpload: ImageForUpload };
  config: Config;
  newId(): string;
  now(): number;
  wait: Wait;
};

const defaultGenerationsAtOnce = 3;

export type Editor = ReturnType<typeof createEditor>;

/** The editor without a page: its stores, and everything that can be done to them. */
export function createEditor(parts: EditorParts) {
  const { masks, pixels, storage, files, config } = parts;
  const documents = createDocumentStore();
  const settings = createSettingsStore();
  const session = createSessionStore();
  const generations = createGenerationStore();
  const library = createImageLibrary();
  const isSandbox = config.mode === 'sandbox';
  const generationsAtOnce = config.limits.generationsAtOnce ?? defaultGenerationsAtOnce;
  const complainOfKeeping = createComplainOfKeeping(storage, (message) =>
    session.setState({ notice: { tone: 'problem', message } }),
  );
  const images = createKeptImages(library, storage, files);
  const tabWork = createTabWork(parts);
  const uploads = createUploads({ ...parts, isSandbox });
  const view = createViewCommands(documents, session, generations);
  const comparison = createComparison({ ...parts, documents, session, generations, images, view });
  const tool = createToolDriver(
    documents,
    session,
    createAnswerPixels(documents, library, pixels),
    parts.tools,
  );
  const requestPreview = createRequestPreview({ documents, settings, masks, uploads });
  const { replaceSettings, putSettingsBack } = createReplaceSettings({ settings, session, generations });
  const {
    restore: restoreGenerations,
    isLossAhead,
    ...commands
  } = createGenerations({
    ...parts,
    documents,
    settings,
    replaceSettings,
    complainOfKeeping,
    session,
    generations,
    images,
    uploads,
    view,
    tool,
    imageForUpload: files.imageForUpload,
    isSandbox,
    generationsAtOnce,
  });
  // A result is looked at in place of the layout it was made from; a change brings the layout back into view.
  documents.subscribe(() => {
    if (session.getState().shownResult !== null) session.setState({ shownResult: null });
  });
  const autosave = createAutosave({ documents, settings, tabWork }, complainOfKeeping);

  async function recall(imageId: string): Promise<Document | undefined> {
    const work = await tabWork.load().catch(() => undefined);
    return work?.document.image?.id === imageId ? work.document : undefined;
  }

  const openImage = createOpenImage({
    documents,
    session,
    tool,
    library,
    files,
    view,
    recall,
    keep: images.keep,
    complainOfKeeping,
    uploadBytesMax: config.limits.uploadBytesMax,
  });

  /** Commits what `change` makes of the document as one undo step; nothing where it returns the same document. */
  function commit(change: (document: Document) => Document) {
    tool.inTurn(() => {
      const before = documents.getState().document;
      const after = change(before);
      if (after !== before) documents.setState({ document: after });
    });
  }

  /** In the middle of a gesture only the gesture is stepped back; the document has not changed yet. */
  function undo() {
    tool.inTurn(() => {
      if (tool.isInGesture()) tool.send({ type: 'key', key: 'Backspace', modifiers: noModifiers });
      else step('undo');
    });
  }

  function redo() {
    tool.inTurn(() => {
      if (!tool.isInGesture()) step('redo');
    });
  }

  function step(direction: 'undo' | 'redo') {
    documents.temporal.getState()[direction]();
    const { document } = documents.getState();
    session.setState(({ selection }) => ({ selection: remainingSelection(selection, document) }));
  }

  return {
    config,
    documents,
    settings,
    session,
    generations,
    library,
    view,
    tool,
    requestPreview,
    comparison,
    commit,
    undo,
    redo,
    openImage,
    openLink: createOpenLink({ client: parts.client, session, openImage }),
    /** Brings back what this browser keeps, and keeps what is done from then on. To be called once, at the start. */
    async restore() {
      try {
        await restoreWork({ documents, settings, session, images, tabWork, view });
      } finally {
        autosave.start();
        await uploads.restore();
        await restoreGenerations();
      }
    },
    /** The mask exactly as it would be uploaded, of the open document unless another is given. */
    maskPng: (document = documents.getState().document) => masks.maskPng(document, settings.getState()),
    ...createImportMask({ documents, session, pixels }),
    ...commands,
    putSettingsBack,
    isLossAhead: () => isLossAhead() || autosave.hasFailed() || tool.isWorking(),
    generationsAtOnce,
    flushAutosave: autosave.flush,
  };
}
