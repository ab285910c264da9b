import { createStore } from 'zustand/vanilla';
import type { RequestPreview } from '../../../model/request/request.ts';
import type { MaskWorker } from '../../../workers/connectWorkers.ts';
import type { EditorStore } from '../../editor/editorStore.ts';
import type { Uploads } from './uploads.ts';

/** The request as it would be sent now, null where it cannot be built. Not current while a newer one is being built. */
export type RequestPreviewState = { readonly preview: RequestPreview | null; readonly isCurrent: boolean };

type Parts = { readonly editor: EditorStore; readonly masks: MaskWorker; readonly uploads: Uploads };

/** Follows the document and the settings. At most one build is under way; the last state is always built. */
export function createRequestPreview({ editor, masks, uploads }: Parts) {
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
      const { document, settings } = editor.getState();
      const preview = await masks
        .previewRequest(document, settings, uploads.urlsFor(document, settings))
        .catch(() => null);
      const now = editor.getState();
      store.setState({ preview, isCurrent: document === now.document && settings === now.settings });
    }
  }

  editor.subscribe((now, before) => {
    if (now.document !== before.document || now.settings !== before.settings) void refresh();
  });
  uploads.subscribe(refresh);
  void refresh();
  return store;
}
