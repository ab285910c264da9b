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

export async function openDatabase(name: string): Promise<EditorDatabase> {
  const database = await openDB<EditorSchema>(name, upgrades.length, {
    upgrade(upgraded, oldVersion) {
      for (const createStores of upgrades.slice(oldVersion)) createStores(upgraded);
    },
    // A newer editor in another tab waits for this one to let go.
    blocking: () => database.close(),
  });
  return database;
}
