import type { EditorStorage } from '../storage/openStorage.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SettingsStore } from './settingsStore.ts';

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  storage: EditorStorage;
};

/** Long enough to gather a burst of changes, short enough that a crash costs next to nothing. */
const delayMs = 250;

/** Keeps the document and the settings in IndexedDB, a moment after each change and when the page is hidden. */
export function startAutosave({ documents, settings, storage }: Parts, onFailure: (message: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function save() {
    clearTimeout(timer);
    timer = undefined;
    try {
      await storage.saveWork({ document: documents.getState().document, settings: settings.getState() });
    } catch {
      onFailure('This browser could not keep your work. It is safe while this page stays open.');
    }
  }

  function saveSoon() {
    timer ??= setTimeout(save, delayMs);
  }

  documents.subscribe(saveSoon);
  settings.subscribe(saveSoon);
  return {
    /** Saves at once if anything waits to be saved. */
    async flush() {
      if (timer !== undefined) await save();
    },
  };
}
