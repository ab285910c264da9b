import type { ProxyClient } from '../api/proxyClient.ts';
import type { Wait } from '../api/waitOnline.ts';
import type { Config } from '../contract/config.ts';
import type { OpenedImage } from '../image/openImageFile.ts';
import type { EditorStorage } from '../storage/openStorage.ts';
import type { CompareWorker, MaskWorker, PixelWorker, ToolWorker } from '../workers/connectWorkers.ts';
import { createComparison } from './comparison/createComparison.ts';
import { createEditorStore } from './editor/createEditorStore.ts';
import { withProblem } from './editor/editorState.ts';
import { putSettingsBack } from './editor/settings.ts';
import { createGenerations } from './generations/createGenerations.ts';
import { createGenerationStore } from './generations/generationStore.ts';
import { createRequestPreview } from './generations/request/requestPreview.ts';
import { createUploads } from './generations/request/uploads.ts';
import { createImages, type Images } from './images/createImages.ts';
import { createNotifyNotKept } from './images/notifyNotKept.ts';
import type { ImageFiles } from './images/openImage.ts';
import type { Tabs } from './tabs/tabs.ts';
import { createTabWork } from './tabs/tabWork.ts';

/** The file to send for an image, of at most so many bytes. */
type EncodeForUpload = (opened: OpenedImage, bytesMax: number) => Promise<{ blob: Blob; name: string }>;

export type EditorParts = {
  client: ProxyClient;
  masks: MaskWorker;
  pixels: PixelWorker;
  compare: CompareWorker;
  tools: ToolWorker;
  storage: EditorStorage;
  tabs: Tabs;
  files: ImageFiles & { readonly imageForUpload: EncodeForUpload };
  config: Config;
  newId(): string;
  now(): number;
  wait: Wait;
};

const defaultGenerationsAtOnce = 3;

export type Editor = ReturnType<typeof createEditor>;

/** The editor without a page: its rooms, each with its state and everything that can be done there. */
export function createEditor(parts: EditorParts) {
  const { masks, storage, config } = parts;
  const bytesMax = config.limits.uploadBytesMax;
  const editor = createEditorStore({
    ...parts,
    answerPixels: (question) => images.answerPixels(question),
  });
  const notifyNotKept = createNotifyNotKept(storage, (facts) =>
    editor.transact(withProblem(facts), 'atOnce'),
  );
  const tabWork = createTabWork(parts);
  const images: Images = createImages({ ...parts, editor, tabWork, notifyNotKept });
  const isSandbox = config.mode === 'sandbox';
  const store = createGenerationStore();
  const uploads = createUploads({ ...parts, isSandbox });
  const generationsAtOnce = config.limits.generationsAtOnce ?? defaultGenerationsAtOnce;
  const generations = createGenerations({
    ...parts,
    editor,
    notify: (code) => notifyNotKept({ code }),
    generations: store,
    images,
    uploads,
    imageForUpload: (opened) => parts.files.imageForUpload(opened, bytesMax),
    isSandbox,
    generationsAtOnce,
    createMemoryMs: (config.createMemorySeconds ?? 0) * 1000,
  });
  const keptSettings = () => store.getState().generations.map(({ settings }) => settings);

  async function keepAnew(): Promise<void> {
    await images.keepAnew();
    await generations.keepAnew();
  }

  return {
    ...editor,
    images,
    generations: { ...generations, store, generationsAtOnce },
    comparison: createComparison({ ...parts, editor, generations: store, images }),
    /** What of that photo's file a request sends. */
    async readSentForm(opened: OpenedImage) {
      const { readSentForm } = await import('../image/readSentForm.ts');
      const { isCanvasAltered } = await import('../workers/exactPixels.ts');
      return { ...(await readSentForm(opened, bytesMax)), isAltered: isCanvasAltered() };
    },
    requestPreview: createRequestPreview({ editor, masks, uploads }),
    /** The prompt and settings that others took the place of. */
    putSettingsBack: () => editor.transact((state) => putSettingsBack(keptSettings())(state), 'atOnce'),
    /** The mask exactly as it would be uploaded, of the open document unless another is given. */
    maskPng: (document = editor.getState().document) => masks.maskPng(document, editor.getState().settings),
    /** Brings back what this browser keeps, and keeps what is done from then on. To be called once, at the start. */
    async restore() {
      try {
        await images.restoreWork();
      } finally {
        images.autosave.start();
        storage.listen({ closing: images.autosave.flush, closed: () => void keepAnew() });
        await uploads.restore();
        await generations.restore();
      }
    },
    isLossAhead: () => generations.isLossAhead() || images.autosave.hasFailed(),
    /** Writes what is not kept yet: the page may go, and is not asked a second time. */
    async flush() {
      try {
        editor.finishWork();
      } finally {
        await images.autosave.flush();
      }
    },
  };
}
