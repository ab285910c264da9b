import type { OpenedImage } from '../image/openImageFile.ts';
import type { EditorStorage } from '../storage/openStorage.ts';
import type { DocumentStore } from './documentStore.ts';
import { addImage, type ImageLibrary } from './imageLibrary.ts';
import type { ImageFiles } from './openImage.ts';
import type { SessionStore } from './sessionStore.ts';
import type { SettingsStore } from './settingsStore.ts';
import type { ViewCommands } from './viewCommands.ts';

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  session: SessionStore;
  library: ImageLibrary;
  storage: EditorStorage;
  files: ImageFiles;
  view: ViewCommands;
};

/** Brings back the document and the settings of the last visit, where their photograph is still at hand. */
export async function restoreWork(parts: Parts): Promise<void> {
  const { documents, settings, session, library, storage, files, view } = parts;
  const work = await storage.loadWork();
  if (!work) return;
  settings.setState(work.settings);
  const { image } = work.document;
  if (image === null) return;

  const opened = await reopen(image.id, image.name);
  if (!opened) {
    const message = 'The photograph of your last visit is no longer in this browser. Open it again to go on.';
    session.setState({ notice: { tone: 'problem', message } });
    return;
  }
  addImage(library, opened, files.createDisplayImage);
  documents.setState({ document: work.document });
  documents.temporal.getState().clear();
  await storage.pruneImages([image.id]);
  view.fitFrame();

  async function reopen(id: string, name: string): Promise<OpenedImage | undefined> {
    const blob = await storage.loadImage(id);
    if (!blob) return undefined;
    const outcome = await files.openImageFile(new File([blob], name, { type: blob.type }));
    return outcome.kind === 'opened' ? outcome : undefined;
  }
}
