import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../configuration/readConfiguration.ts';
import { type DirectoryLock, lockDirectory } from './directoryLock.ts';
import { readLog } from './entryLog.ts';
import { createExpiringEntries, type Entry, type ExpiringEntries } from './expiringEntries.ts';
import type { KeyValueStore } from './keyValueStore.ts';
import { type LogWriter, openLogWriter } from './logWriter.ts';

export type FileStore = KeyValueStore & Readonly<{ close(): Promise<void> }>;

/** Under it is when the log was begun. */
const sinceKey = 'since';
const never = Number.MAX_SAFE_INTEGER;

/**
 * For a copy that is alone: entries in memory, and in an append-only log in `directory`, which the next process reads. What
 * is written is on the disk before anybody hears of it. Rejects with a `ConfigurationError` where the directory cannot be
 * used, or another process uses it. `now` in milliseconds.
 */
export async function openFileStore(directory: string, now: () => number): Promise<FileStore> {
  const lock = await enter(directory);
  const entries = createExpiringEntries(now);
  const path = join(directory, 'store.log');
  try {
    for (const { key, entry } of await readLog(path)) {
      if (entry === undefined) entries.remove(key);
      else entries.set(key, entry);
    }
    if (entries.get(sinceKey) === undefined) entries.set(sinceKey, { value: String(now()), until: never });
    return fileStore(entries, await openLogWriter(path, entries, lock), now);
  } catch (error) {
    await lock.release();
    throw refusal(directory, error);
  }
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
    put: (key, value, milliseconds) => set(key, entryOf(value, milliseconds)),
    remove: (key) => {
      entries.remove(key);
      return writer.write({ key });
    },
    since: async () => Number(entries.get(sinceKey)?.value ?? now()),
    close: writer.close,
  };
}
