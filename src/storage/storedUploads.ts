import { type UploadedFile, uploadedFileSchema } from '../contract/file.ts';
import type { EditorDatabase } from './database.ts';

/** The files that the service still keeps, by the id of their content. */
export async function readUploads(
  database: EditorDatabase,
  now: number,
): Promise<ReadonlyMap<string, UploadedFile>> {
  const { store } = database.transaction('uploads');
  const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const alive = ids.flatMap((id, place): [string, UploadedFile][] => {
    const file = uploadedFileSchema.safeParse(values[place]).data;
    return file && isUploadAlive(file, now) ? [[id, file]] : [];
  });
  return new Map(alive);
}

export function isUploadAlive(value: unknown, now: number): boolean {
  const file = uploadedFileSchema.safeParse(value).data;
  return file !== undefined && Date.parse(file.expiresAt) > now;
}
