import type { DocumentStore } from '../editor/documentStore.ts';
import type { SessionStore } from '../editor/sessionStore.ts';
import type { SettingsStore } from '../editor/settingsStore.ts';
import type { ViewCommands } from '../editor/viewCommands.ts';
import type { TabWork } from '../tabs/tabWork.ts';
import type { KeptImages } from './keptImages.ts';

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  session: SessionStore;
  images: KeptImages;
  tabWork: TabWork;
  view: ViewCommands;
};

/** Brings back the document and the settings of the last visit, where their photograph is still at hand. */
export async function restoreWork(parts: Parts): Promise<void> {
  const { documents, settings, session, images, tabWork, view } = parts;
  const work = await tabWork.take();
  if (!work) return;
  settings.setState(work.settings);
  if (work.document.image === null) return;

  if (!(await images.find(work.document))) {
    const message = 'The photograph of your last visit is no longer in this browser. Open it again to go on.';
    session.setState({ notice: { tone: 'problem', message } });
    return;
  }
  documents.setState({ document: work.document });
  documents.temporal.getState().clear();
  view.fitFrame();
}
