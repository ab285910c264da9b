import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Whatever is read back is parsed or looked at first, so the types of the values promise nothing. */
interface EditorSchema extends DBSchema {
  /** The work of each tab, by the tab's name for it. */
  work: { key: string; value: unknown };
  /** The bytes of images, by the id of their content. */
  images: { key: string; value: unknown };
  /** By the generation's id. */
  generations: { key: string; value: unknown };
  /** The bytes of results, by the generation's id and the result's number from 0. */
  results: { key: [string, number]; value: unknown };
  /** Where the service keeps a file and until when, by the id of its content. */
  uploads: { key: string; value: unknown };
}

export type EditorDatabase = IDBPDatabase<EditorSchema>;

/** One step for each version that brought new stores; never changed once published. */
const upgrades: readonly ((database: EditorDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('work');
    database.createObjectStore('images');
  },
  (database) => {
    database.createObjectStore('generations');
    database.createObjectStore('results');
    database.createObjectStore('uploads');
  },
];

export type Handlers = {
  /** What waits to be written is written before another tab gets the database. */
  closing(): Promise<void>;
  /** The browser has closed it, and may have cleared it. */
  closed(): void;
};

async function openDatabase(name: string, { closing, closed }: Handlers): Promise<EditorDatabase> {
  const database = await openDB<EditorSchema>(name, upgrades.length, {
    upgrade(upgraded, oldVersion) {
      for (const createStores of upgrades.slice(oldVersion)) createStores(upgraded);
    },
    // A newer editor in another tab, or whoever clears what is kept, waits for this one to let go.
    blocking: () =>
      void closing().finally(() => {
        database.close();
        closed();
      }),
    terminated: closed,
  });
  return database;
}

/**
 * The database for as long as the page needs it. A browser closes it when its data is cleared, after trouble with the disk, and
 * on phones after a while in the background, the last without a word: the next use finds it closed, opens it and tries again,
 * which is safe since to write a thing twice changes nothing. `handlers` are told; they may be told more than once.
 */
export async function keepOpen(name: string, handlers: Handlers) {
  let isOver = false;
  let current: EditorDatabase | undefined;
  let opening: Promise<EditorDatabase> | undefined;

  async function open(): Promise<EditorDatabase> {
    const opened = await openDatabase(name, { ...handlers, closed: () => forget(opened) });
    current = opened;
    return opened;
  }

  function forget(closed: EditorDatabase) {
    if (isOver || current !== closed) return;
    current = undefined;
    // After trouble with the disk it may not be closed quite yet.
    closed.close();
    handlers.closed();
  }

  function reopen(): Promise<EditorDatabase> {
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  /** With the open database work begins at once, since the page may go in this moment. */
  async function use<Result>(work: (database: EditorDatabase) => Promise<Result>): Promise<Result> {
    const used = current;
    if (used === undefined) return await work(await reopen());
    try {
      return await work(used);
    } catch (error) {
      if (isOver || !isClosed(error)) throw error;
      forget(used);
      return await work(current ?? (await reopen()));
    }
  }

  await reopen();
  return {
    use,
    close() {
      isOver = true;
      current?.close();
    },
  };
}

/** `AbortError` where it was closed in the middle of a transaction. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'AbortError'].includes(error.name);
}
