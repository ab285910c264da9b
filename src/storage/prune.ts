import { z } from '../contract/zod.ts';
import type { EditorDatabase } from './database.ts';
import { isUploadAlive } from './storedUploads.ts';
import { parseWork } from './work.ts';

/** As many works are kept for tabs to come, and more while they are young: whoever has many tabs has not forgotten those. */
const worksMax = 10;
const youngMs = 30 * 24 * 3_600_000;

/** Read loosely, so that what a damaged record, or one of a later version, refers to is kept with it. */
const imageHolderSchema = z.object({ document: z.object({ image: z.object({ id: z.string() }) }) });

/**
 * Deletes what nothing can lead to any more: old works beyond the newest few, images that no work and no generation refers
 * to, uploads that have expired, and results without a generation. Only for a tab that is alone, since another may be about
 * to save a work whose image lies here already.
 */
export async function prune(database: EditorDatabase, now: number): Promise<void> {
  await pruneWorks(database, now);
  await pruneResults(database);
}

/** In one transaction, so that nothing is saved between the looking and the deleting. */
async function pruneWorks(database: EditorDatabase, now: number): Promise<void> {
  const transaction = database.transaction(['work', 'images', 'generations', 'uploads'], 'readwrite');
  const works = transaction.objectStore('work');
  const images = transaction.objectStore('images');
  const uploads = transaction.objectStore('uploads');
  const [workIds, workValues, generations, imageIds, uploadIds, uploadValues] = await Promise.all([
    works.getAllKeys(),
    works.getAll(),
    transaction.objectStore('generations').getAll(),
    images.getAllKeys(),
    uploads.getAllKeys(),
    uploads.getAll(),
  ]);
  const outdated = outdatedWorks(workIds, workValues, now - youngMs);
  const keptWorks = workValues.filter((_, place) => !outdated.includes(workIds[place] ?? ''));
  const referredImageIds = new Set([...keptWorks, ...generations].flatMap(imageIdOf));
  const deadUploads = uploadIds.filter((_, place) => !isUploadAlive(uploadValues[place], now));
  await Promise.all([
    ...outdated.map((id) => works.delete(id)),
    ...imageIds.filter((id) => !referredImageIds.has(id)).map((id) => images.delete(id)),
    ...deadUploads.map((id) => uploads.delete(id)),
    transaction.done,
  ]);
}

/** A damaged generation, or one of a later version, keeps its own: only the keys are looked at. */
async function pruneResults(database: EditorDatabase): Promise<void> {
  const transaction = database.transaction(['generations', 'results'], 'readwrite');
  const results = transaction.objectStore('results');
  const [generationIds, keys] = await Promise.all([
    transaction.objectStore('generations').getAllKeys(),
    results.getAllKeys(),
  ]);
  const stray = keys.filter(([id]) => !generationIds.includes(id));
  await Promise.all([...stray.map((key) => results.delete(key)), transaction.done]);
}

function outdatedWorks(
  ids: readonly string[],
  values: readonly unknown[],
  youngSince: number,
): readonly string[] {
  const dated = ids.flatMap((id, place) => {
    const work = parseWork(values[place]);
    return work ? [{ id, savedAt: work.savedAt ?? 0 }] : [];
  });
  return dated
    .sort((a, b) => b.savedAt - a.savedAt)
    .slice(worksMax)
    .filter(({ savedAt }) => savedAt < youngSince)
    .map(({ id }) => id);
}

function imageIdOf(value: unknown): string[] {
  const holder = imageHolderSchema.safeParse(value).data;
  return holder ? [holder.document.image.id] : [];
}
