import type { TabWork } from '../tabs/tabWork.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SettingsStore } from './settingsStore.ts';

type Parts = { documents: DocumentStore; settings: SettingsStore; tabWork: TabWork };

/** Long enough to gather a burst of changes, short enough that a crash costs next to nothing. */
const delayMs = 100;

/**
 * Keeps the document and the settings in IndexedDB, a moment after each change. It begins with `start`, once the last
 * visit's work has been read. An empty page never takes the place of work, whose photograph may only be missing.
 */
export function createAutosave(
  { documents, settings, tabWork }: Parts,
  onFailure: (message: string) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnsaved = false;
  let hasFailed = false;

  async function flush() {
    clearTimeout(timer);
    timer = undefined;
    const { document } = documents.getState();
    if (!isUnsaved || document.image === null) return;
    isUnsaved = false;
    try {
      await tabWork.save({ document, settings: settings.getState() });
      hasFailed = false;
    } catch {
      isUnsaved = true;
      if (!hasFailed)
        onFailure('This browser could not keep your work. It is safe while this page stays open.');
      hasFailed = true;
    }
  }

  function saveSoon() {
    isUnsaved = true;
    timer ??= setTimeout(flush, delayMs);
  }

  return {
    start() {
      documents.subscribe(saveSoon);
      settings.subscribe(saveSoon);
    },
    /** Saves at once what waits to be saved. */
    flush,
    /** Whether the last try to save failed, so that this page alone has the work. */
    hasFailed: () => hasFailed,
  };
}
