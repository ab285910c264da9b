import { imageExtensions, imageMimeTypes } from '../../contract/imageType.ts';
import type { Document } from '../../model/document/document.ts';
import { documentOfImage } from '../../model/document/documentOfImage.ts';
import type { Settings } from '../../model/request/settings.ts';
import { emptySelection } from '../../tools/tool.ts';
import type { DocumentStore } from '../editor/documentStore.ts';
import type { SessionStore } from '../editor/sessionStore.ts';
import type { ToolDriver } from '../editor/toolDriver.ts';
import type { ViewCommands } from '../editor/viewCommands.ts';
import type { KeptImages } from '../images/keptImages.ts';
import type { ComplainOfKeeping } from './complainOfKeeping.ts';
import { failureAfterLooking, taskLost } from './failure.ts';
import type { GenerationRecords } from './generationRecords.ts';
import {
  type Generation,
  type GenerationStore,
  generationWith,
  isCompleted,
  isUnderWay,
} from './generationStore.ts';
import type { ResultKeeper } from './resultKeeper.ts';

type Parts = {
  documents: DocumentStore;
  replaceSettings(next: Settings): void;
  complainOfKeeping: ComplainOfKeeping;
  session: SessionStore;
  generations: GenerationStore;
  records: GenerationRecords;
  results: ResultKeeper;
  images: KeptImages;
  view: ViewCommands;
  tool: ToolDriver;
  start(document: Document, chosen: Settings): Promise<void>;
  /** Works on it from the phase that is recorded. Resolves at its end. */
  begin(id: string, recorded: Promise<void>): Promise<void>;
  isSandbox: boolean;
  /** Whether it waits for its turn in this tab, and so can be called off. */
  isWaiting(generation: Generation): boolean;
};

const noRoom = 'This browser has no room to keep the new photograph: it will not survive a reload.';
const noPhotograph =
  'The photograph of that generation is no longer in this browser. Open it again to go on.';

/** What can be done with a generation once it is there. Each does nothing where the generation does not allow it. */
export function createGenerationActions(parts: Parts) {
  const { documents, session, generations, records, results, images, view, tool } = parts;

  /** Sends the same again, as a new generation: it may be charged again. */
  async function retryGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (generation && !isUnderWay(generation)) await parts.start(generation.document, generation.settings);
  }

  /** With its results, for good. One that is under way stays, unless it still waits for its turn. */
  async function deleteGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation || (isUnderWay(generation) && !parts.isWaiting(generation))) return;
    try {
      await records.remove(id);
    } catch {
      complain('This browser could not delete the generation. Try again.');
      return;
    }
    if (session.getState().shownResult?.generationId === id) session.setState({ shownResult: null });
    await records.saveAgain();
    if (generations.getState().isStorageFull) await results.saveAgain();
  }

  /** Its document and settings become the current ones: the document in one undo step, the settings to be put back. */
  async function reopenGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation) return;
    const opened = await images.find(generation.document).catch(() => undefined);
    if (!opened) {
      complain(noPhotograph);
      return;
    }
    parts.replaceSettings(generation.settings);
    show(generation.document);
  }

  /** Starts a new document whose image is the result, and whose canvas has its size. */
  async function useAsBase(id: string, index: number): Promise<void> {
    const generation = generationWith(generations, id);
    const result = generation && isCompleted(generation) ? generation.phase.results[index] : undefined;
    if (generation === undefined || result?.kind !== 'fetched') return;
    const opened = await images.open(result.blob, resultName(generation.document, index, result.blob));
    if (opened.kind !== 'opened') {
      complain(opened.sentence);
      return;
    }
    if (!(await images.keep(opened))) parts.complainOfKeeping(noRoom);
    show(documentOfImage({ ...opened.source, base: { generationId: id, index } }));
  }

  /** The person has looked, and takes the question back. */
  async function dismissUnknown(id: string): Promise<void> {
    const phase = generationWith(generations, id)?.phase;
    if (phase?.name !== 'unknown') return;
    await records.change(id, {
      phase: { ...phase, name: 'failed', failure: failureAfterLooking(phase.failure, parts.isSandbox) },
    });
  }

  /** Watches a lost task once more. Nothing is sent, so it costs nothing. */
  async function lookAgain(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (generation?.isSandbox !== parts.isSandbox) return;
    const { phase } = generation;
    if (phase.name !== 'failed' || phase.failure.code !== taskLost || !phase.task) return;
    await parts.begin(id, records.change(id, { phase: { name: 'running', task: phase.task } }));
  }

  function show(document: Document) {
    tool.abandon();
    tool.inTurn(() => {
      documents.setState({ document });
      session.setState({ selection: emptySelection, shownResult: null });
      view.fitFrame();
    });
  }

  function complain(message: string) {
    session.setState({ notice: { tone: 'problem', message } });
  }

  return { retryGeneration, deleteGeneration, reopenGeneration, useAsBase, dismissUnknown, lookAgain };
}

function resultName({ image }: Document, index: number, { type }: Blob): string {
  const stem = (image?.name ?? 'image').replace(/\.\w{1,5}$/, '');
  const known = imageMimeTypes.find((each) => each === type);
  return `${stem}-${index + 1}.${imageExtensions[known ?? 'image/png']}`;
}
