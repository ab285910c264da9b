import { emptyDocument } from '../../model/document/document.ts';
import type { EditorState } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import type { NoticeFacts } from '../notice.ts';
import type { TabWork } from '../tabs/tabWork.ts';

/** Long enough to gather a burst of changes, short enough that a crash costs next to nothing. */
const delayMs = 100;

/**
 * Keeps the document and the settings in IndexedDB, a moment after each change. It begins with `start`, once the last
 * visit's work has been read. An empty page never takes the place of a kept document, whose photograph may only be
 * missing; what is typed before a photograph is opened is kept beside it.
 */
export function createAutosave(
  editor: EditorStore,
  tabWork: TabWork,
  onFailure: (facts: NoticeFacts) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnsaved = false;
  let hasFailed = false;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!isUnsaved) return;
    isUnsaved = false;
    try {
      await save();
      hasFailed = false;
    } catch {
      isUnsaved = true;
      if (!hasFailed) onFailure({ code: 'workNotKept' });
      hasFailed = true;
    }
  }

  /** The state is read last, so that what is saved meanwhile is never followed by something older. */
  async function save(): Promise<void> {
    const isEmpty = editor.getState().document.image === null;
    const stored = isEmpty ? (await tabWork.load())?.document : undefined;
    const { document, settings, replacedSettings } = editor.getState();
    const kept = document.image === null ? (stored ?? emptyDocument) : document;
    await tabWork.save({ document: kept, settings, replacedSettings });
  }

  function saveSoon(now: EditorState, before: EditorState): void {
    const isSame =
      now.document === before.document &&
      now.settings === before.settings &&
      now.replacedSettings === before.replacedSettings;
    if (isSame) return;
    isUnsaved = true;
    timer ??= setTimeout(flush, delayMs);
  }

  return {
    start: () => editor.subscribe(saveSoon),
    /** Saves at once what waits to be saved. */
    flush,
    /** Saves all of it once more, which the browser may have lost. */
    async saveAnew(): Promise<void> {
      isUnsaved = true;
      await flush();
    },
    /** Whether the last try to save failed, so that this page alone has the work. */
    hasFailed: () => hasFailed,
  };
}
