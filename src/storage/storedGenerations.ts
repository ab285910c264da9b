import type { EditorDatabase } from './database.ts';
import { type GenerationRecord, parseGeneration } from './generationRecord.ts';

/** A generation as it was kept, with the bytes of its results by their number. */
export type StoredGeneration = {
  readonly record: GenerationRecord;
  readonly results: ReadonlyMap<number, Blob>;
};

/** Damaged ones are left out, and left where they are: a later version may know how to read them. */
export async function readGenerations(database: EditorDatabase): Promise<readonly StoredGeneration[]> {
  const transaction = database.transaction(['generations', 'results']);
  const [values, keys, blobs] = await Promise.all([
    transaction.objectStore('generations').getAll(),
    transaction.objectStore('results').getAllKeys(),
    transaction.objectStore('results').getAll(),
  ]);
  return values.flatMap((value) => {
    const record = parseGeneration(value);
    return record ? [{ record, results: blobsOf(record.id, keys, blobs) }] : [];
  });
}

export async function readGeneration(
  database: EditorDatabase,
  id: string,
): Promise<StoredGeneration | undefined> {
  const transaction = database.transaction(['generations', 'results']);
  const results = transaction.objectStore('results');
  const [value, keys, blobs] = await Promise.all([
    transaction.objectStore('generations').get(id),
    results.getAllKeys(resultsOf(id)),
    results.getAll(resultsOf(id)),
  ]);
  const record = parseGeneration(value);
  return record && { record, results: blobsOf(id, keys, blobs) };
}

/** On the disk before it resolves, so that no crash of the machine forgets a request that may cost money. */
export async function writeGeneration(database: EditorDatabase, record: GenerationRecord): Promise<void> {
  const { store, done } = database.transaction('generations', 'readwrite', { durability: 'strict' });
  await Promise.all([store.put(record, record.id), done]);
}

export async function writeResult(
  database: EditorDatabase,
  id: string,
  index: number,
  blob: Blob,
): Promise<void> {
  await database.put('results', blob, [id, index]);
}

export async function removeGeneration(database: EditorDatabase, id: string): Promise<void> {
  const transaction = database.transaction(['generations', 'results'], 'readwrite');
  await Promise.all([
    transaction.objectStore('generations').delete(id),
    transaction.objectStore('results').delete(resultsOf(id)),
    transaction.done,
  ]);
}

function resultsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
}

function blobsOf(
  id: string,
  keys: readonly [string, number][],
  blobs: readonly unknown[],
): ReadonlyMap<number, Blob> {
  const own = keys.flatMap(([owner, index], place): [number, Blob][] => {
    const blob = blobs[place];
    return owner === id && blob instanceof Blob ? [[index, blob]] : [];
  });
  return new Map(own);
}
