import { withProblem } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import { startHistory } from '../editor/history.ts';
import { fitFrame } from '../editor/viewChanges.ts';
import type { TabWork } from '../tabs/tabWork.ts';
import type { StoredImages } from './storedImages.ts';

type Parts = { readonly editor: EditorStore; readonly images: StoredImages; readonly tabWork: TabWork };

/** Brings back the document and the settings of the last visit, where their photograph is still at hand. */
export async function restoreWork({ editor, images, tabWork }: Parts): Promise<void> {
  const work = await tabWork.acquire();
  if (!work) return;
  const { document, settings, replacedSettings = [] } = work;
  editor.transact((state) => ({ ...state, settings, replacedSettings }));
  if (document.image === null) return;
  const isAtHand = (await images.find(document)) !== undefined;
  editor.transact(
    isAtHand
      ? (state) => startHistory(fitFrame({ ...state, document }))
      : withProblem({ code: 'photographGone' }),
  );
}
