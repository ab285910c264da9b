import type { EditorStorage } from '../../storage/openStorage.ts';
import type { StoredGeneration } from '../../storage/storedGenerations.ts';
import type { Generation } from './generation.ts';
import { recordOf } from './recordForm.ts';

/** Writes what the browser has lost of the generations in the page. Says what it could not write. */
export async function keepGenerationsAnew(
  storage: EditorStorage,
  generations: readonly Generation[],
): Promise<'generationNotRecorded' | 'resultNotSaved' | undefined> {
  const stored = await storage.loadGenerations().catch(() => []);
  const kept = new Map(stored.map((each) => [each.record.id, each]));
  try {
    for (const each of generations) if (!kept.has(each.id)) await storage.saveGeneration(recordOf(each));
  } catch {
    return 'generationNotRecorded';
  }
  try {
    for (const each of generations) await saveResults(storage, each, kept.get(each.id));
  } catch {
    return 'resultNotSaved';
  }
  return undefined;
}

async function saveResults(
  storage: EditorStorage,
  { id, phase }: Generation,
  kept: StoredGeneration | undefined,
): Promise<void> {
  if (phase.name !== 'completed') return;
  for (const [index, result] of phase.results.entries()) {
    const isLost = result.kind === 'fetched' && result.isSaved && !kept?.results.has(index);
    if (isLost) await storage.saveResult(id, index, result.blob);
  }
}
