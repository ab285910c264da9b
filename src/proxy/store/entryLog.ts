import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseJson } from '../../contract/parseJson.ts';
import { z } from '../../contract/zod.ts';
import type { Entry } from './expiringEntries.ts';

/** A line of the log: what is under a key from there on, or that nothing is. */
export type LogLine = Readonly<{ key: string; entry?: Entry | undefined }>;

const lineSchema = z.object({
  key: z.string(),
  entry: z.optional(z.object({ value: z.string(), until: z.number() })),
});

/**
 * The lines of a log in their order; none where there is no log yet. What a crash or a full disk has torn is left out: nobody
 * was told that it is kept.
 */
export async function readLog(path: string): Promise<readonly LogLine[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const parsed = lineSchema.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
}

/** Adds lines, and resolves when they are on the disk. Where it rejects, a part of them may be. */
export async function appendToLog(file: FileHandle, lines: readonly LogLine[]): Promise<void> {
  await file.appendFile(textOf(lines));
  await file.datasync();
}

/** Puts a log of these lines in the place of the one that is there, in one step, and opens it for more. */
export async function replaceLog(path: string, lines: readonly LogLine[]): Promise<FileHandle> {
  const newPath = `${path}.new`;
  const file = await open(newPath, 'w', 0o600);
  try {
    await appendToLog(file, lines);
    await rename(newPath, path);
    await syncDirectory(dirname(path));
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

function textOf(lines: readonly LogLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Without it, the new name might be gone after a loss of power. Windows keeps names by itself, and refuses. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
