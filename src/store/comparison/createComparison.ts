import type { ComparedResult, KeptCheckBitmaps } from '../../workers/compareWorker.ts';
import type { CompareWorker } from '../../workers/connectWorkers.ts';
import type { ComparisonView, EditorState, ShownResult } from '../editor/editorState.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import { isCompleted } from '../generations/generation.ts';
import { type GenerationStore, generationWith } from '../generations/generationStore.ts';
import type { StoredImages } from '../images/storedImages.ts';
import { createLatestAnswer, type LongQuestion } from '../latestAnswer.ts';

type Parts = {
  readonly editor: EditorStore;
  readonly generations: GenerationStore;
  readonly images: StoredImages;
  readonly compare: CompareWorker;
};

/** Works out what is asked of the result that is looked at: its check, or what it is with the original put back. */
export function createComparison({ editor, generations, images, compare }: Parts) {
  const checks = createLatestAnswer<KeptCheckBitmaps>(({ difference, heat }) => {
    difference.close();
    heat.close();
  });
  const restored = createLatestAnswer<ImageBitmap>((bitmap) => bitmap.close());

  async function comparedOf({ generationId, index }: ShownResult): Promise<ComparedResult> {
    const generation = generationWith(generations, generationId);
    const result = generation && isCompleted(generation) ? generation.phase.results[index] : undefined;
    if (!generation || result?.kind !== 'fetched') throw new Error('The result is not at hand any more.');
    const { document, settings } = generation;
    const { blob } = await images.openSource(document);
    const id = topicOf({ generationId, index });
    return { id, result: result.blob, original: blob, document, maskFrame: settings.maskFrame };
  }

  editor.subscribe((now, before) => {
    if (now.shownResult !== before.shownResult) changeResult(now);
    else if (now.comparison !== before.comparison) ask(now);
  });

  function changeResult(state: EditorState): void {
    checks.forget();
    restored.forget();
    if (state.shownResult === null) compare.close();
    ask(state);
  }

  function ask({ shownResult, comparison }: EditorState): void {
    if (shownResult === null) return;
    // The layout may be of an earlier visit, its photograph not yet read; where it is gone, only the result is seen.
    void images.find(shownResult.document).catch(() => undefined);
    if (isMap(comparison)) checks.ask(checkOf(shownResult));
    if (comparison.feather === null) restored.forget();
    else restored.ask(restoreOf(shownResult, comparison.feather));
  }

  function checkOf(shown: ShownResult): LongQuestion<KeptCheckBitmaps> {
    return questionOf(shown, '', async () => compare.check(await comparedOf(shown)));
  }

  function restoreOf(shown: ShownResult, feather: number): LongQuestion<ImageBitmap> {
    return questionOf(shown, `${feather}`, async () => compare.restore(await comparedOf(shown), feather));
  }

  return {
    checks: checks.store,
    restored: restored.store,

    /** The result that is looked at, with the original put back where it was to be kept, as a PNG file. */
    async restoredPng(feather: number): Promise<Blob> {
      const { shownResult } = editor.getState();
      if (shownResult === null) throw new Error('No result is looked at.');
      return compare.restoredPng(await comparedOf(shownResult), feather);
    },
  };
}

function isMap({ mode }: ComparisonView): boolean {
  return mode === 'difference' || mode === 'kept';
}

function topicOf({ generationId, index }: Pick<ShownResult, 'generationId' | 'index'>): string {
  return `${generationId} ${index}`;
}

/** What was found of another result is of no use; `detail` tells the questions about one apart. */
function questionOf<Answer>(
  shown: ShownResult,
  detail: string,
  ask: () => Promise<Answer>,
): LongQuestion<Answer> {
  const topic = topicOf(shown);
  return { topic, key: `${topic} ${detail}`, ask };
}
