import type { UploadedFile } from '../contract/file.ts';
import { type EditorDatabase, type Handlers, keepOpen } from './database.ts';
import type { GenerationRecord } from './generationRecord.ts';
import { withStorageErrors } from './storageError.ts';
import {
  readGeneration,
  readGenerations,
  removeGeneration,
  type StoredGeneration,
  writeGeneration,
  writeResult,
} from './storedGenerations.ts';
import { readUploads } from './storedUploads.ts';
import { parseWork, storedWork, type Work } from './work.ts';

/** Keeps the work in this browser. Every call rejects with a `StorageError` where that fails. */
export type EditorStorage = {
  /** Saving always fails. */
  readonly isUnavailable: boolean;
  /** `id` names the tab's work, so that tabs do not write over each other's. */
  saveWork(id: string, work: Work): Promise<void>;
  /** Undefined where there is none, or none that this version understands. */
  loadWork(id: string): Promise<Work | undefined>;
  /** The ids of all works, the one saved last first. */
  listWorks(): Promise<readonly string[]>;
  /** `id` names the content, so that saving it again changes nothing. */
  saveImage(id: string, blob: Blob): Promise<void>;
  loadImage(id: string): Promise<Blob | undefined>;
  saveGeneration(record: GenerationRecord): Promise<void>;
  loadGeneration(id: string): Promise<StoredGeneration | undefined>;
  loadGenerations(): Promise<readonly StoredGeneration[]>;
  /** With its results. */
  deleteGeneration(id: string): Promise<void>;
  saveResult(generationId: string, index: number, blob: Blob): Promise<void>;
  saveUpload(contentId: string, file: UploadedFile): Promise<void>;
  deleteUpload(contentId: string): Promise<void>;
  loadUploads(): Promise<ReadonlyMap<string, UploadedFile>>;
  /** Deletes what nothing refers to any more. Only for a tab that is alone. */
  prune(): Promise<void>;
  /** Asks the browser not to clear all this when it needs room. Browsers ask the person at most once. */
  persist(): Promise<void>;
  /** Has the page told when the browser closes what is kept, and may have cleared it. */
  listen(listener: Handlers): void;
  close(): void;
};

/** Rejects with a `StorageError` where the browser keeps nothing; `withoutStorage` then stands in. */
export async function openStorage(name: string, now = Date.now): Promise<EditorStorage> {
  let listener: Handlers | undefined;
  const database = await withStorageErrors(() =>
    keepOpen(name, {
      closing: async () => listener?.closing(),
      closed: () => listener?.closed(),
    }),
  );
  const use = <Result>(work: (database: EditorDatabase) => Promise<Result>) =>
    withStorageErrors(() => database.use(work));
  return {
    isUnavailable: false,
    saveWork: (id, work) => use((opened) => putAndCommit(opened, id, storedWork(work, now()))),
    loadWork: (id) => use(async (opened) => parseWork(await opened.get('work', id))),
    listWorks: () => use(listWorks),
    saveImage: (id, blob) => use(async (opened) => void (await opened.put('images', blob, id))),
    loadImage: (id) => use((opened) => readImage(opened, id)),
    saveGeneration: (record) => use((opened) => writeGeneration(opened, record)),
    loadGeneration: (id) => use((opened) => readGeneration(opened, id)),
    loadGenerations: () => use(readGenerations),
    deleteGeneration: (id) => use((opened) => removeGeneration(opened, id)),
    saveResult: (id, index, blob) => use((opened) => writeResult(opened, id, index, blob)),
    saveUpload: (id, file) => use(async (opened) => void (await opened.put('uploads', file, id))),
    deleteUpload: (id) => use((opened) => opened.delete('uploads', id)),
    loadUploads: () => use((opened) => readUploads(opened, now())),
    prune: async () => {
      const { prune } = await import('./prune.ts');
      await use((opened) => prune(opened, now()));
    },
    persist: async () => void (await navigator.storage?.persist?.().catch(() => false)),
    listen(next) {
      listener = next;
    },
    close: database.close,
  };
}

/**
 * Says at once that nothing follows: what a page writes right before it goes is still written. A transaction that waits to be
 * found idle dies with its page: https://developer.mozilla.org/docs/Web/API/IDBTransaction/commit
 */
async function putAndCommit(database: EditorDatabase, id: string, work: Work): Promise<void> {
  const transaction = database.transaction('work', 'readwrite');
  const written = transaction.store.put(work, id);
  transaction.commit();
  await Promise.all([written, transaction.done]);
}

async function listWorks(database: EditorDatabase): Promise<readonly string[]> {
  const { store } = database.transaction('work');
  const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return ids
    .map((id, place) => ({ id, work: parseWork(values[place]) }))
    .filter(({ work }) => work !== undefined)
    .sort((a, b) => (b.work?.savedAt ?? 0) - (a.work?.savedAt ?? 0))
    .map(({ id }) => id);
}

async function readImage(database: EditorDatabase, id: string): Promise<Blob | undefined> {
  const value = await database.get('images', id);
  return value instanceof Blob ? value : undefined;
}
