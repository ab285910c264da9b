import type { Generation } from '../../../store/generations/generation.ts';
import { saveFile } from '../../kit/saveFile.ts';
import { zipEntries } from './zipEntries.ts';

/** One file with all that is at hand of the generations. Images are packed as they are, bytes that browsers keep on disk. */
export async function saveZip(generations: readonly Generation[], name: string): Promise<void> {
  const { downloadZip } = await import('client-zip');
  saveFile(await downloadZip(zipEntries(generations)).blob(), name);
}
