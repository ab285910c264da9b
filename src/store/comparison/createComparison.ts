import type { ComparedResult, KeptCheck } from '../../workers/compareWorker.ts';
import type { CompareWorker } from '../../workers/connectWorkers.ts';
import type { DocumentStore } from '../editor/documentStore.ts';
import { createNewestAnswer, type LongQuestion } from '../editor/newestAnswer.ts';
import {
  type ComparisonView,
  noComparison,
  type SessionState,
  type SessionStore,
  type ShownResult,
} from '../editor/sessionStore.ts';
import { documentBehind } from '../editor/shownDocument.ts';
import type { ViewCommands } from '../editor/viewCommands.ts';
import { isCompleted } from '../generations/generation.ts';
import { type GenerationStore, generationWith } from '../generations/generationStore.ts';
import type { KeptImages } from '../images/keptImages.ts';

type Parts = {
  documents: DocumentStore;
  session: SessionStore;
  generations: GenerationStore;
  images: KeptImages;
  view: ViewCommands;
  compare: CompareWorker;
};

/** Works out what the session asks of the result that is looked at: its check, or what it is with the original put back. */
export function createComparison({ documents, session, generations, images, view, compare }: Parts) {
  const checks = createNewestAnswer<KeptCheck>(({ difference, heat }) => {
    difference.close();
    heat.close();
  });
  const restored = createNewestAnswer<ImageBitmap>((bitmap) => bitmap.close());
  const stores = { documents, generations };

  async function comparedOf({ generationId, index }: ShownResult): Promise<ComparedResult> {
    const generation = generationWith(generations, generationId);
    const result = generation && isCompleted(generation) ? generation.phase.results[index] : undefined;
    if (!generation || result?.kind !== 'fetched') throw new Error('The result is not at hand any more.');
    const { document, settings } = generation;
    const { blob } = await images.openSource(document);
    const id = topicOf({ generationId, index });
    return { id, result: result.blob, original: blob, document, maskFrame: settings.maskFrame };
  }

  session.subscribe((now, before) => {
    if (now.shownResult !== before.shownResult) {
      changeResult(now);
      fitOtherFrame(now.shownResult, before.shownResult);
    }
    if (now.shownResult && now.comparison !== before.comparison) follow(now.shownResult, now);
  });

  function changeResult({ shownResult, comparison }: SessionState): void {
    checks.forget();
    restored.forget();
    if (shownResult === null) {
      compare.close();
      session.setState({ comparison: noComparison });
    } else follow(shownResult, { comparison });
  }

  function follow(shown: ShownResult, { comparison }: Pick<SessionState, 'comparison'>): void {
    const { mode, feather } = comparison;
    // The layout may be of an earlier visit, its photograph not yet read; where it is gone, only the result is seen.
    void images.find(documentBehind(shown, stores)).catch(() => undefined);
    if (mode === 'difference' || mode === 'kept') checks.ask(checkOf(shown));
    if (feather === null) restored.forget();
    else restored.ask(restoreOf(shown, feather));
  }

  function checkOf(shown: ShownResult): LongQuestion<KeptCheck> {
    const topic = topicOf(shown);
    return { topic, key: topic, ask: async () => compare.check(await comparedOf(shown)) };
  }

  function restoreOf(shown: ShownResult, feather: number): LongQuestion<ImageBitmap> {
    const topic = topicOf(shown);
    const ask = async () => compare.restore(await comparedOf(shown), feather);
    return { topic, key: `${topic} ${feather}`, ask };
  }

  /** A result lies on the frame that it was made for. */
  function fitOtherFrame(now: ShownResult | null, before: ShownResult | null): void {
    const [shown, hidden] = [now, before].map((each) => documentBehind(each, stores).canvas);
    if (shown?.width !== hidden?.width || shown?.height !== hidden?.height) view.fitFrame();
  }

  return {
    checks: checks.store,
    restored: restored.store,

    /** Changes how the result is looked at; nothing while none is. */
    look(change: Partial<ComparisonView>): void {
      const { shownResult, comparison } = session.getState();
      if (shownResult !== null) session.setState({ comparison: { ...comparison, ...change } });
    },

    /** The result that is looked at, with the original put back where it was to be kept, as a PNG file. */
    async restoredPng(feather: number): Promise<Blob> {
      const { shownResult } = session.getState();
      if (shownResult === null) throw new Error('No result is looked at.');
      return compare.restoredPng(await comparedOf(shownResult), feather);
    },
  };
}

function topicOf({ generationId, index }: ShownResult): string {
  return `${generationId} ${index}`;
}
