import { type EditorDatabase, openDatabase } from './database.ts';
import { attempt, type StorageError } from './storageError.ts';
import { parseWork, type Work } from './work.ts';

/** Keeps the work in this browser. Every call rejects with a `StorageError` where that fails. */
export type EditorStorage = {
  saveWork(work: Work): Promise<void>;
  /** Undefined where there is none, or none that this version understands. */
  loadWork(): Promise<Work | undefined>;
  /** `id` names the content, so that saving it again changes nothing. */
  saveImage(id: string, blob: Blob): Promise<void>;
  loadImage(id: string): Promise<Blob | undefined>;
  /** Deletes every image but these. */
  pruneImages(keptIds: readonly string[]): Promise<void>;
  close(): void;
};

const currentWork = 'current';

/** Rejects with a `StorageError` where the browser keeps nothing; `withoutStorage` then stands in. */
export async function openStorage(name = 'upload-paint-editor'): Promise<EditorStorage> {
  const database = await attempt(() => openDatabase(name));
  return {
    saveWork: ({ document, settings }) =>
      attempt(async () => void (await database.put('work', { document, settings }, currentWork))),
    loadWork: () => attempt(async () => parseWork(await database.get('work', currentWork))),
    saveImage: (id, blob) => attempt(async () => void (await database.put('images', blob, id))),
    loadImage: (id) => attempt(() => readImage(database, id)),
    pruneImages: (keptIds) => attempt(() => deleteOtherImages(database, new Set(keptIds))),
    close: () => database.close(),
  };
}

async function readImage(database: EditorDatabase, id: string): Promise<Blob | undefined> {
  const value = await database.get('images', id);
  return value instanceof Blob ? value : undefined;
}

async function deleteOtherImages(database: EditorDatabase, keptIds: ReadonlySet<string>): Promise<void> {
  const { store, done } = database.transaction('images', 'readwrite');
  const ids = await store.getAllKeys();
  await Promise.all([...ids.filter((id) => !keptIds.has(id)).map((id) => store.delete(id)), done]);
}

/** The storage of a browser that has none: nothing is found, and saving fails with the error. */
export function withoutStorage(error: StorageError): EditorStorage {
  return {
    saveWork: () => Promise.reject(error),
    loadWork: () => Promise.resolve(undefined),
    saveImage: () => Promise.reject(error),
    loadImage: () => Promise.resolve(undefined),
    pruneImages: () => Promise.resolve(),
    close: () => undefined,
  };
}
