import type { ProxyClient } from '../../src/api/proxyClient.ts';
import type { Config } from '../../src/contract/config.ts';
import type { UploadedFile } from '../../src/contract/file.ts';
import type { GenerationRequest } from '../../src/contract/generationRequest.ts';
import type { Task } from '../../src/contract/task.ts';
import type { OpenedImage, OpenResult } from '../../src/image/openImageFile.ts';
import { applyOperation } from '../../src/model/mask/operations/applyOperation.ts';
import { generationRequest, requestPreview } from '../../src/model/request/request.ts';
import type { GenerationRecord } from '../../src/storage/generationRecord.ts';
import type { EditorStorage } from '../../src/storage/openStorage.ts';
import { parseWork, storedWork, type Work } from '../../src/storage/work.ts';
import { createEditor, type Editor, type EditorParts } from '../../src/store/createEditor.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { type ToolId, tools } from '../../src/tools/registry.ts';
import type { Tool } from '../../src/tools/tool.ts';
import { createFakeBrowser } from './fakeBrowser.ts';

const sandboxConfig: Config = {
  mode: 'sandbox',
  serviceUrl: 'https://api.evolink.ai',
  limits: { uploadBytesMax: 1e6, requestBytesMax: 1e6 },
};

/** Of a server that spends money. */
export const liveConfig: Config = { ...sandboxConfig, mode: 'live' };

const toolWith = (id: ToolId): Tool => tools[id];

/** An editor over parts that work in memory: no server, no worker, no browser. `change` replaces some of them. */
export function createTestEditor(change: Partial<EditorParts> = {}): Editor {
  return createEditor({
    client: fakeClient(),
    masks: fakeMasks,
    pixels: {
      similarRings: unused,
      maskParts: unused,
      describeMask: unused,
      close: () => undefined,
    },
    tools: {
      handle: async (id, session, event, context) => toolWith(id).handle(session, event, context),
      close: () => undefined,
    },
    compare: { check: unused, restore: unused, restoredPng: unused, close: () => undefined },
    storage: fakeStorage(),
    tabs: createFakeBrowser().openTab(),
    files: {
      openImageFile: async (file) => openedImage(file.name),
      createDisplayImage: () => ({ bitmapAt: unused, close: () => undefined }),
      imageForUpload: async (opened) => ({ blob: opened.blob, name: opened.source.name }),
    },
    config: sandboxConfig,
    newId: countingIds(),
    now: () => 1_757_165_031_000,
    wait: async () => undefined,
    ...change,
  });
}

/** Works on masks at once, in the page. */
export const fakeMasks: EditorParts['masks'] = {
  previewRequest: async (document, settings, urls) => requestPreview(document, settings, urls),
  buildRequest: async (document, settings, urls) => generationRequest(document, settings, urls),
  maskPng: async () => new Blob(['mask'], { type: 'image/png' }),
  applyOperation: async (...given) => applyOperation(...given),
  close: () => undefined,
};

/** Opens a photograph of 640 × 427 and extends the canvas, so that there is something to generate. */
export async function openPhotograph(editor: Editor) {
  await editor.images.openImage(new File(['photo'], 'rocket.jpg'));
  editor.transact(onDocument((document) => ({ ...document, canvas: { width: 1024, height: 427 } })));
  editor.transact(changeSettings({ prompt: 'a wide desert' }), 'atOnce');
}

export type SentRequests = { readonly uploads: string[]; readonly requests: GenerationRequest[] };

/** A service that works at once; `sent` keeps what it was asked. */
export function fakeClient(change: Partial<ProxyClient> = {}, sent?: SentRequests): ProxyClient {
  return {
    getConfig: unused,
    uploadFile: async (_blob, name) => {
      sent?.uploads.push(name);
      return { url: `https://files.example/${name}`, expiresAt: '2099-01-01T00:00:00Z' };
    },
    createGeneration: async (request) => {
      sent?.requests.push(request);
      return taskOf({ status: 'pending', progress: 0 });
    },
    getOutcome: unused,
    getTask: async () =>
      taskOf({ status: 'completed', progress: 100, results: ['https://r.example/0', 'https://r.example/1'] }),
    listenToTask: () => undefined,
    getImage: unused,
    getResult: async (_id, index) => new Blob([`result ${index}`], { type: 'image/png' }),
    ...change,
  };
}

export function taskOf(change: Partial<Task>): Task {
  return {
    created: 1_757_165_031,
    id: 'task-1',
    model: 'mj-v7-upload-paint',
    object: 'image.generation.task',
    progress: 0,
    status: 'pending',
    ...change,
  };
}

/** Like the real one, without a browser: what comes out of it is a copy of what went in. */
export function fakeStorage(): EditorStorage {
  const works = new Map<string, Work>();
  const images = new Map<string, Blob>();
  const generations = new Map<string, GenerationRecord>();
  const results = new Map<string, Map<number, Blob>>();
  const uploads = new Map<string, UploadedFile>();
  const storedGeneration = (record: GenerationRecord) => ({
    record: structuredClone(record),
    results: new Map(results.get(record.id)),
  });
  return {
    isUnavailable: false,
    saveWork: async (id, work) => {
      works.delete(id);
      works.set(id, structuredClone({ ...storedWork(work, 0), savedAt: undefined }));
    },
    loadWork: async (id) => parseWork(works.get(id)),
    listWorks: async () => [...works.keys()].reverse(),
    saveImage: async (id, blob) => void images.set(id, blob),
    loadImage: async (id) => images.get(id),
    saveGeneration: async (record) => void generations.set(record.id, structuredClone(record)),
    loadGeneration: async (id) => {
      const record = generations.get(id);
      return record && storedGeneration(record);
    },
    loadGenerations: async () => [...generations.values()].map(storedGeneration),
    deleteGeneration: async (id) => {
      generations.delete(id);
      results.delete(id);
    },
    saveResult: async (id, index, blob) => void results.set(id, new Map(results.get(id)).set(index, blob)),
    saveUpload: async (id, file) => void uploads.set(id, file),
    deleteUpload: async (id) => void uploads.delete(id),
    loadUploads: async () => new Map(uploads),
    prune: async () => undefined,
    persist: async () => undefined,
    listen: () => undefined,
    close: () => undefined,
  };
}

export function openedImage(name: string): OpenedImage {
  return {
    kind: 'opened',
    source: { id: `id of ${name}`, name, width: 640, height: 427 },
    blob: new Blob([name], { type: 'image/jpeg' }),
    header: { type: 'image/jpeg', width: 640, height: 427, orientation: 1, isAnimated: false },
    preview: { width: 640, height: 427, close: () => undefined },
  };
}

export const refusedFile: OpenResult = { kind: 'refused', reason: 'empty' };

function countingIds() {
  let count = 0;
  return () => {
    count += 1;
    return `generation-${count}`;
  };
}

function unused(): never {
  throw new Error('This test did not expect the call.');
}
