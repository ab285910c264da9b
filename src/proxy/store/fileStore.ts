import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../configuration/readConfiguration.ts';
import { clockLeapMs, createLeapWatch } from './clockLeap.ts';
import { type DirectoryLock, lockDirectory } from './directoryLock.ts';
import { type ReadLog, readLog } from './entryLog.ts';
import { createExpiringEntries, type Entry, type ExpiringEntries } from './expiringEntries.ts';
import type { KeyValueStore } from './keyValueStore.ts';
import { type LogWriter, openLogWriter } from './logWriter.ts';

export type FileStore = KeyValueStore & Readonly<{ close(): Promise<void> }>;

/** Under it is since when nothing was forgotten. */
const sinceKey = 'since';
/** In its place where something was there before. */
const sinceLossKey = 'since-loss';
const never = Number.MAX_SAFE_INTEGER;

/**
 * For a copy that is alone: entries in memory, and in an append-only log in `directory`, which the next process reads. What
 * is written is on the disk before anybody hears of it. Rejects with a `ConfigurationError` where the directory cannot be
 * used, or another process uses it. `now` in milliseconds. `warn` is told where the log was damaged.
 */
export async function openFileStore(
  directory: string,
  now: () => number,
  warn: (line: string) => void = () => undefined,
): Promise<FileStore> {
  const lock = await enter(directory);
  const path = join(directory, 'store.log');
  try {
    const entries = createExpiringEntries(now);
    const log = await readLog(path);
    for (const { key, entry } of log.lines) {
      if (entry === undefined) entries.remove(key);
      else entries.set(key, entry);
    }
    if (log.isDamaged) warn(damage(path));
    if (log.isDamaged || hasLeapt(log, now())) beginAnew(entries, now());
    else if (entries.get(sinceKey) === undefined && entries.get(sinceLossKey) === undefined) {
      entries.set(sinceKey, { value: String(now()), until: never });
    }
    return fileStore(entries, await openLogWriter(path, entries, lock, now), now);
  } catch (error) {
    await lock.release();
    throw refusal(directory, error);
  }
}

/** So long after the last line, the clock may have been set, and what ended by it may have been told of minutes before. */
function hasLeapt({ lines, writtenAt = 0 }: ReadLog, now: number): boolean {
  const hasEnded = lines.some(
    ({ entry }) => entry !== undefined && entry.until > writtenAt && entry.until <= now,
  );
  return writtenAt > now + clockLeapMs || (hasEnded && now - writtenAt >= clockLeapMs);
}

function beginAnew(entries: ExpiringEntries, now: number): void {
  entries.remove(sinceKey);
  entries.set(sinceLossKey, { value: String(now), until: never });
}

function damage(path: string): string {
  return (
    `${path} is damaged: lines are missing or were changed. What can be read of it is kept; a generation that may have been sent ` +
    'before, and is not in it, will not be sent. Nothing has to be done; see that the disk is sound.'
  );
}

async function enter(directory: string): Promise<DirectoryLock> {
  const lock = await mkdir(directory, { recursive: true, mode: 0o700 })
    .then(() => lockDirectory(directory))
    .catch((error: unknown) => {
      throw refusal(directory, error);
    });
  if (lock !== undefined) return lock;
  throw new ConfigurationError(
    `DATA_DIR=${directory} is in use: another copy of the server keeps there what it sent. Stop that one, give this one a ` +
      'directory of its own, or set REDIS_URL, which copies can share.',
  );
}

function refusal(directory: string, error: unknown): ConfigurationError {
  const reason = error instanceof Error ? ('code' in error ? error.code : error.message) : error;
  return new ConfigurationError(
    `DATA_DIR=${directory} cannot be used (${reason}). The server keeps there what it sent, so that nothing is ` +
      'paid twice after a restart: give it a directory that it can write.',
  );
}

function fileStore(entries: ExpiringEntries, writer: LogWriter, now: () => number): FileStore {
  const entryOf = (value: string, milliseconds: number): Entry => ({ value, until: now() + milliseconds });
  const set = (key: string, entry: Entry) => {
    entries.set(key, entry);
    return writer.write({ key, entry });
  };
  const hasClockLeapt = createLeapWatch();
  hasClockLeapt(now());
  return {
    get: async (key) => entries.get(key)?.value,
    add: async (key, value, milliseconds) => {
      if (entries.get(key) !== undefined) return false;
      const entry = entryOf(value, milliseconds);
      await set(key, entry).catch((error: unknown) => {
        // Nobody may rely on it, so nobody is kept off by it.
        if (entries.get(key) === entry) entries.remove(key);
        throw error;
      });
      return true;
    },
    replace: async (key, before, value, milliseconds) => {
      if (entries.get(key)?.value !== before) return false;
      await set(key, entryOf(value, milliseconds));
      return true;
    },
    put: (key, value, milliseconds) => set(key, entryOf(value, milliseconds)),
    remove: (key) => {
      entries.remove(key);
      return writer.write({ key });
    },
    memory: async () => {
      if (hasClockLeapt(now())) {
        beginAnew(entries, now());
        await writer.write({ key: sinceLossKey, entry: entries.get(sinceLossKey) });
      }
      const loss = entries.get(sinceLossKey);
      const since = Number((loss ?? entries.get(sinceKey))?.value ?? now());
      return { ageMs: now() - since, isAfterLoss: loss !== undefined };
    },
    close: writer.close,
  };
}
