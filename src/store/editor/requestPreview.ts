import { createStore } from 'zustand/vanilla';
import type { RequestPreview } from '../../model/request/request.ts';
import type { MaskWorker } from '../../workers/connectWorkers.ts';
import type { Uploads } from '../generations/uploads.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SettingsStore } from './settingsStore.ts';

/** The request as it would be sent now, null where it cannot be built. Not current while a newer one is being built. */
export type RequestPreviewState = { readonly preview: RequestPreview | null; readonly isCurrent: boolean };

type Parts = { documents: DocumentStore; settings: SettingsStore; masks: MaskWorker; uploads: Uploads };

/** Follows the document and the settings. At most one build is under way; the last state is always built. */
export function createRequestPreview({ documents, settings, masks, uploads }: Parts) {
  const store = createStore<RequestPreviewState>()(() => ({ preview: null, isCurrent: false }));
  let isBuilding = false;

  async function refresh() {
    store.setState({ isCurrent: false });
    if (isBuilding) return;
    isBuilding = true;
    try {
      await buildUntilCurrent();
    } finally {
      isBuilding = false;
    }
  }

  async function buildUntilCurrent() {
    while (!store.getState().isCurrent) {
      const { document } = documents.getState();
      const chosen = settings.getState();
      const preview = await masks
        .previewRequest(document, chosen, uploads.urlsFor(document, chosen))
        .catch(() => null);
      const isCurrent = document === documents.getState().document && chosen === settings.getState();
      store.setState({ preview, isCurrent });
    }
  }

  documents.subscribe(refresh);
  settings.subscribe(refresh);
  uploads.subscribe(refresh);
  refresh();
  return store;
}
