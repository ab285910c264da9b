import type { ProxyClient } from '../api/proxyClient.ts';
import { ProxyError } from '../api/proxyError.ts';
import type { Task } from '../contract/task.ts';
import { contentId } from '../image/contentId.ts';
import type { OpenedImage } from '../image/openImageFile.ts';
import type { Document } from '../model/document.ts';
import { problemsOf } from '../model/problems.ts';
import type { Settings } from '../model/settings.ts';
import type { MaskService } from '../workers/maskService.ts';
import type { DocumentStore } from './documentStore.ts';
import { failureOfError, failureOfTask, failureOfWatching } from './failure.ts';
import {
  type Generation,
  type GenerationStore,
  isUnderWay,
  type Result,
  updateGeneration,
} from './generationStore.ts';
import type { ImageLibrary } from './imageLibrary.ts';
import type { SessionStore } from './sessionStore.ts';
import type { SettingsStore } from './settingsStore.ts';
import type { Uploads } from './uploads.ts';
import { type Wait, watchTask } from './watchTask.ts';

/** The file to send for an image, at the size in which the mask is measured. */
export type ImageForUpload = (opened: OpenedImage) => Promise<{ blob: Blob; name: string }>;

type Parts = {
  documents: DocumentStore;
  settings: SettingsStore;
  session: SessionStore;
  generations: GenerationStore;
  library: ImageLibrary;
  uploads: Uploads;
  masks: MaskService;
  client: ProxyClient;
  imageForUpload: ImageForUpload;
  isSandbox(): boolean;
  newId(): string;
  now(): number;
  wait: Wait;
};

/** Sends the document as it stands, and follows the task to its results. The create request is sent at most once. */
export function createGenerate(parts: Parts) {
  const { documents, settings, session, generations, client } = parts;

  /** Does nothing while something stops it or another generation is under way, so that a double click sends once. */
  async function generate(): Promise<void> {
    const { document } = documents.getState();
    const chosen = settings.getState();
    const isStopped = problemsOf(document, chosen).some((problem) => problem.severity === 'stops');
    if (isStopped || generations.getState().generations.some(isUnderWay)) return;
    await start(document, chosen);
  }

  async function start(document: Document, chosen: Settings): Promise<void> {
    const generation = addGeneration(document, chosen);
    try {
      const created = await create(generation.id, document, chosen);
      await follow(generation.id, created);
    } catch (error) {
      const isUnknown = error instanceof ProxyError && error.mayHaveBeenCharged;
      const ended = { finishedAt: parts.now(), failure: failureOfError(error) };
      updateGeneration(generations, generation.id, {
        phase: { name: isUnknown ? 'unknown' : 'failed', ...ended },
      });
    }
  }

  function addGeneration(document: Document, chosen: Settings): Generation {
    const generation: Generation = {
      id: parts.newId(),
      startedAt: parts.now(),
      isSandbox: parts.isSandbox(),
      document,
      settings: chosen,
      uploads: [],
      base: document.image?.base,
      phase: { name: 'preparing' },
    };
    generations.setState((state) => ({ generations: [generation, ...state.generations] }));
    return generation;
  }

  async function create(id: string, document: Document, chosen: Settings): Promise<Task> {
    updateGeneration(generations, id, { phase: { name: 'uploading' } });
    const image = await uploadImage(document);
    const mask = chosen.maskFormat === 'image' ? await uploadMask(document, chosen) : undefined;
    const request = await parts.masks.buildRequest(
      document,
      chosen,
      mask === undefined ? { image } : { image, mask },
    );
    updateGeneration(generations, id, { request, phase: { name: 'sending' } });
    return client.createGeneration(request);
  }

  async function uploadImage({ image }: Document): Promise<string> {
    const loaded = image && parts.library.getState().images.get(image.id);
    if (!loaded) throw new Error('The photograph is not at hand any more. Open it again.');
    return parts.uploads.upload(loaded.opened.source.id, () => parts.imageForUpload(loaded.opened));
  }

  async function uploadMask(document: Document, chosen: Settings): Promise<string> {
    const blob = await parts.masks.maskPng(document, chosen);
    const id = await contentId(new Uint8Array(await blob.arrayBuffer()));
    const url = await parts.uploads.upload(id, async () => ({ blob, name: 'mask.png' }));
    parts.uploads.rememberMask({ document, settings: chosen, contentId: id });
    return url;
  }

  async function follow(id: string, created: Task): Promise<void> {
    const report = (task: Task, trouble?: string) =>
      updateGeneration(generations, id, {
        phase: { name: 'running', task, ...(trouble === undefined ? {} : { trouble }) },
      });
    try {
      report(created);
      await finish(id, await watchTask({ client, wait: parts.wait, now: parts.now }, created, report));
    } catch (error) {
      const failure = failureOfWatching(error, created);
      updateGeneration(generations, id, {
        phase: { name: 'failed', task: created, finishedAt: parts.now(), failure },
      });
    }
  }

  async function finish(id: string, task: Task): Promise<void> {
    if (task.status === 'failed') {
      const ended = { task, finishedAt: parts.now(), failure: failureOfTask(task) };
      updateGeneration(generations, id, { phase: { name: 'failed', ...ended } });
      return;
    }
    const loading = (task.results ?? []).map((): Result => ({ kind: 'loading' }));
    updateGeneration(generations, id, {
      phase: { name: 'completed', task, finishedAt: parts.now(), results: loading },
    });
    if (loading.length > 0) session.setState({ shownResult: { generationId: id, index: 0 } });
    await Promise.all(loading.map((_, index) => fetchResult(id, index)));
  }

  /** Brings one result's bytes here; also the way to try a missing one again. */
  async function fetchResult(id: string, index: number): Promise<void> {
    const phase = generations.getState().generations.find((each) => each.id === id)?.phase;
    if (phase?.name !== 'completed') return;
    replaceResult(id, index, { kind: 'loading' });
    try {
      const blob = await client.getResult(phase.task.id, index);
      replaceResult(id, index, { kind: 'fetched', blob, isSaved: false });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      replaceResult(id, index, { kind: 'missing', message });
    }
  }

  function replaceResult(id: string, index: number, result: Result) {
    const phase = generations.getState().generations.find((each) => each.id === id)?.phase;
    if (phase?.name !== 'completed') return;
    updateGeneration(generations, id, { phase: { ...phase, results: phase.results.with(index, result) } });
  }

  return { generate, start, fetchResult };
}
