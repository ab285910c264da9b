import type { DirectoryLock } from './directoryLock.ts';
import { type LogLine, type OpenLog, replaceLog } from './entryLog.ts';
import type { ExpiringEntries } from './expiringEntries.ts';
import { StoreAwayError } from './keyValueStore.ts';

export type LogWriter = Readonly<{
  /** Resolves when it is on the disk; rejects with `StoreAwayError`. */
  write(line: LogLine): Promise<void>;
  close(): Promise<void>;
}>;

type Waiting = Readonly<{ line: LogLine; resolve(): void; reject(error: Error): void }>;

/** The log is written anew when it has grown by so many lines and to thrice its length. */
const growthMin = 1000;

/**
 * Writes the entries as a log of their own, and then the lines that follow. Lines that come while others are written wait, and
 * are then written together.
 */
export async function openLogWriter(
  path: string,
  entries: ExpiringEntries,
  lock: DirectoryLock,
  now: () => number,
): Promise<LogWriter> {
  let log: OpenLog | undefined;
  let lineCount = 0;
  let lineCountMax = 0;
  let isTorn = false;
  let isClosed = false;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  await rewrite();

  return {
    write: (line) => {
      if (isClosed) return Promise.reject(new StoreAwayError('The store is closed.'));
      const written = new Promise<void>((resolve, reject) => waiting.push({ line, resolve, reject }));
      writing ??= writeAll();
      return written;
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await writing;
      await log?.close();
      await lock.release();
    },
  };

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await writeBatch(batch.map(({ line }) => line));
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        const error = new StoreAwayError('The log cannot be written.', { cause });
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  }

  async function writeBatch(lines: readonly LogLine[]): Promise<void> {
    if (!(await lock.isHeld())) throw new Error('The directory is not ours any more.');
    // What followed a torn line would be torn with it.
    const appendable = isTorn || lineCount > lineCountMax ? await rewrite() : (log ?? (await rewrite()));
    isTorn = true;
    await appendable.append(lines);
    isTorn = false;
    lineCount += lines.length;
  }

  /** Lines that wait may be told by it already. They follow all the same, and tell the same in the end. */
  async function rewrite(): Promise<OpenLog> {
    const lines = entries.live().map(([key, entry]) => ({ key, entry }));
    const old = log;
    const replaced = await replaceLog(path, lines, now);
    log = replaced;
    isTorn = false;
    lineCount = lines.length;
    lineCountMax = growthMin + 3 * lines.length;
    await old?.close();
    return replaced;
  }
}
