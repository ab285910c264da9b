import { z } from '../contract/zod.ts';
import type { EditorDatabase } from './database.ts';
import { isUploadAlive } from './storedUploads.ts';
import { parseWork } from './work.ts';

/** As many works are kept for tabs to come; whoever has had more tabs open has long forgotten the oldest. */
const worksMax = 10;

/** Read loosely, so that what a damaged record, or one of a later version, refers to is kept with it. */
const imageHolderSchema = z.object({ document: z.object({ image: z.object({ id: z.string() }) }) });

/**
 * Deletes what nothing can lead to any more: works beyond the newest few, images that no work and no generation refers to,
 * and uploads that have expired. In one transaction, so that nothing is saved between the looking and the deleting; only
 * for a tab that is alone, since another may be about to save a work whose image lies here already.
 */
export async function prune(database: EditorDatabase, now: number): Promise<void> {
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
  const forgotten = forgottenWorks(workIds, workValues);
  const keptWorks = workValues.filter((_, place) => !forgotten.includes(workIds[place] ?? ''));
  const keptImages = new Set([...keptWorks, ...generations].flatMap(imageIdOf));
  const deadUploads = uploadIds.filter((_, place) => !isUploadAlive(uploadValues[place], now));
  await Promise.all([
    ...forgotten.map((id) => works.delete(id)),
    ...imageIds.filter((id) => !keptImages.has(id)).map((id) => images.delete(id)),
    ...deadUploads.map((id) => uploads.delete(id)),
    transaction.done,
  ]);
}

function forgottenWorks(ids: readonly string[], values: readonly unknown[]): readonly string[] {
  const dated = ids.flatMap((id, place) => {
    const work = parseWork(values[place]);
    return work ? [{ id, savedAt: work.savedAt ?? 0 }] : [];
  });
  return dated
    .sort((a, b) => b.savedAt - a.savedAt)
    .slice(worksMax)
    .map(({ id }) => id);
}

function imageIdOf(value: unknown): string[] {
  const holder = imageHolderSchema.safeParse(value).data;
  return holder ? [holder.document.image.id] : [];
}
