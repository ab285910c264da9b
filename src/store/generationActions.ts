import type { Document } from '../model/document.ts';
import { documentOfImage } from '../model/openImage.ts';
import type { Settings } from '../model/settings.ts';
import { emptySelection } from '../tools/tool.ts';
import type { DocumentStore } from './documentStore.ts';
import { failureAfterLooking } from './failure.ts';
import { type GenerationStore, generationWith, isUnderWay, updateGeneration } from './generationStore.ts';
import { addImage, type ImageLibrary } from './imageLibrary.ts';
import type { ImageFiles } from './openImage.ts';
import type { SessionStore } from './sessionStore.ts';
import type { SettingsStore } from './settingsStore.ts';
import type { ToolDriver } from './toolDriver.ts';
import type { ViewCommands } from './viewCommands.ts';

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  session: SessionStore;
  generations: GenerationStore;
  library: ImageLibrary;
  files: ImageFiles;
  view: ViewCommands;
  tool: ToolDriver;
  start(document: Document, chosen: Settings): Promise<void>;
};

/** What can be done with a generation once it is there. Each does nothing where the generation does not allow it. */
export function createGenerationActions(parts: Parts) {
  const { documents, settings, session, generations, library, files, view, tool } = parts;

  /** Sends the same again, as a new generation: it may be charged again. */
  async function retryGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (generation && !isUnderWay(generation)) await parts.start(generation.document, generation.settings);
  }

  async function deleteGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation || isUnderWay(generation)) return;
    generations.setState((state) => ({ generations: state.generations.filter((each) => each.id !== id) }));
    if (session.getState().shownResult?.generationId === id) session.setState({ shownResult: null });
  }

  /** Its document and settings become the current ones, in one undo step. */
  async function reopenGeneration(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (!generation) return;
    settings.setState(generation.settings);
    show(generation.document);
  }

  /** Starts a new document whose image is the result, and whose canvas has its size. */
  async function useAsBase(id: string, index: number): Promise<void> {
    const generation = generationWith(generations, id);
    if (generation?.phase.name !== 'completed') return;
    const result = generation.phase.results[index];
    if (result?.kind !== 'fetched') return;
    const name = `${generation.document.image?.name ?? 'image'}, result ${index + 1}`;
    const opened = await files.openImageFile(new File([result.blob], name, { type: result.blob.type }));
    if (opened.kind !== 'opened') {
      session.setState({ notice: { tone: 'problem', message: opened.sentence } });
      return;
    }
    addImage(library, opened, files.createDisplayImage);
    show(documentOfImage({ ...opened.source, base: { generationId: id, index } }));
  }

  /** The person has looked, and takes the question back. */
  async function dismissUnknown(id: string): Promise<void> {
    const generation = generationWith(generations, id);
    if (generation?.phase.name !== 'unknown') return;
    const { phase } = generation;
    updateGeneration(generations, id, {
      phase: { ...phase, name: 'failed', failure: failureAfterLooking(phase.failure) },
    });
  }

  function show(document: Document) {
    tool.abandon();
    documents.setState({ document });
    session.setState({ selection: emptySelection, shownResult: null });
    view.fitFrame();
  }

  return { retryGeneration, deleteGeneration, reopenGeneration, useAsBase, dismissUnknown };
}
