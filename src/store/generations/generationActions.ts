import { imageExtensions, imageMimeTypes } from '../../contract/imageType.ts';
import type { Document } from '../../model/document/document.ts';
import { documentOfImage } from '../../model/document/documentOfImage.ts';
import type { Settings } from '../../model/request/settings.ts';
import { withProblem } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import { replaceSettings } from '../editor/settings.ts';
import type { Images } from '../images/createImages.ts';
import { openDocument } from '../images/latestOpening.ts';
import { isCompleted, isUnderWay } from './generation.ts';
import { type GenerationStore, generationWith } from './generationStore.ts';
import { isRefusalRemembered } from './machine/retrying.ts';

export type GenerationActionsParts = {
  editor: EditorStore;
  generations: GenerationStore;
  images: Images;
  start(document: Document, chosen: Settings): Promise<void>;
  /** `finishedAt` is of the refusal. */
  retryRefused(id: string, finishedAt: number): Promise<void>;
  isSandbox: boolean;
  createMemoryMs: number;
  now(): number;
};

/** What can be done with a generation once it is there. Each does nothing where the generation does not allow it. */
export function createGenerationActions(parts: GenerationActionsParts) {
  const { editor, generations, images } = parts;

  /**
   * Sends the same again: as a further attempt where the server remembers that it refused this one, and else as a new
   * generation, which may be charged again.
   */
  async function retryGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation || isUnderWay(generation)) return;
    const facts = { now: parts.now(), isSandbox: parts.isSandbox, createMemoryMs: parts.createMemoryMs };
    if (isRefusalRemembered(generation, facts)) {
      await parts.retryRefused(id, generation.phase.finishedAt);
    } else await parts.start(generation.document, generation.settings);
  }

  /** Its document and settings become the current ones: the document in one undo step, the settings to be put back. */
  async function reopenGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation) return;
    await images.openLatest(async (isOvertaken) => {
      const opened = await images.find(generation.document).catch(() => undefined);
      if (isOvertaken()) return;
      if (!opened) return editor.transact(withProblem({ code: 'photographOfGenerationGone' }), 'atOnce');
      const kept = generations.getState().generations.map((each) => each.settings);
      editor.transact((state) =>
        openDocument(generation.document)(replaceSettings(generation.settings, kept)(state)),
      );
    });
  }

  /** Starts a new document whose image is the result, and whose canvas has its size. */
  async function openResult(id: string, index: number): Promise<void> {
    const generation = generationWith(generations, id);
    const result = generation && isCompleted(generation) ? generation.phase.results[index] : undefined;
    if (generation === undefined || result?.kind !== 'fetched') return;
    const { blob } = result;
    await images.openFile({
      file: new File([blob], resultName(generation.document, index, blob), { type: blob.type }),
      notKept: { code: 'newPhotographNotKept' },
      documentOf: (image) => documentOfImage({ ...image, base: { generationId: id, index } }),
    });
  }

  return { retryGeneration, reopenGeneration, openResult };
}

function resultName({ image }: Document, index: number, { type }: Blob): string {
  const stem = (image?.name ?? 'image').replace(/\.\w{1,5}$/, '');
  const known = imageMimeTypes.find((each) => each === type);
  return `${stem}-${index + 1}.${imageExtensions[known ?? 'image/png']}`;
}
