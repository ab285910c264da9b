import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseJson } from '../../contract/parseJson.ts';
import { z } from '../../contract/zod.ts';
import type { Entry } from './expiringEntries.ts';

/** A line of the log: what is under a key from there on, or that nothing is. */
export type LogLine = Readonly<{ key: string; entry?: Entry | undefined }>;

export type ReadLog = Readonly<{
  lines: readonly LogLine[];
  /** When the last line was written, in milliseconds since 1970; undefined where there is none. */
  writtenAt: number | undefined;
  /** Whether a line is missing or was changed, which no crash does. */
  isDamaged: boolean;
}>;

const lineSchema = z.object({
  key: z.string(),
  entry: z.optional(z.object({ value: z.string(), until: z.number() })),
  at: z.number(),
  /** Of this line and all before it. */
  sum: z.string(),
});

/**
 * The lines of a log in their order; none where there is no log yet. What a crash or a full disk has torn has no line's end, and is
 * left out: nobody was told that it is kept. That its last lines are whole and gone cannot be seen.
 */
export async function readLog(path: string): Promise<ReadLog> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const texts = text.split('\n');
  /** What follows the last line's end is nothing, or what a crash has left of a line. */
  const torn = texts.length - 1;
  const read = texts.map((line) => lineSchema.safeParse(parseJson(line)).data);
  let isDamaged = false;
  let sum = '';
  const lines = read.flatMap((line, index) => {
    isDamaged ||= line === undefined ? index !== torn : line.sum !== sumOf(sum, line);
    sum = line?.sum ?? '';
    return line ?? [];
  });
  return { lines, writtenAt: lines.at(-1)?.at, isDamaged };
}

/** A log that is open for more. */
export type OpenLog = Readonly<{
  /** Adds lines, and resolves when they are on the disk. Where it rejects, a part of them may be, and none may follow. */
  append(lines: readonly LogLine[]): Promise<void>;
  close(): Promise<void>;
}>;

/** Puts a log of these lines in the place of the one that is there, in one step. `now` in milliseconds. */
export async function replaceLog(
  path: string,
  lines: readonly LogLine[],
  now: () => number,
): Promise<OpenLog> {
  const newPath = `${path}.new`;
  const file = await open(newPath, 'w', 0o600);
  const log = openLog(file, now);
  try {
    await log.append(lines);
    await rename(newPath, path);
    await syncDirectory(dirname(path));
    return log;
  } catch (error) {
    await file.close();
    throw error;
  }
}

function openLog(file: FileHandle, now: () => number): OpenLog {
  let sum = '';
  const textOf = ({ key, entry }: LogLine) => {
    const line = { key, entry, at: now() };
    sum = sumOf(sum, line);
    return `${JSON.stringify({ ...line, sum })}\n`;
  };
  return {
    append: async (lines) => {
      await file.appendFile(lines.map(textOf).join(''));
      await file.datasync();
    },
    close: () => file.close(),
  };
}

/** Guards against a disk that errs and a hand that slips, not against whoever means harm and can write the file. */
function sumOf(before: string, line: LogLine & { readonly at: number }): string {
  const { key, entry, at } = line;
  return createHash('sha256')
    .update(JSON.stringify([before, key, entry?.value, entry?.until, at]))
    .digest('base64url')
    .slice(0, 12);
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
