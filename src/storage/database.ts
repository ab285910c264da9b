import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface EditorSchema extends DBSchema {
  /** The work under `currentWork`; parsed when it is read, so its type promises nothing. */
  work: { key: string; value: unknown };
  /** The bytes of images, by the id of their content. */
  images: { key: string; value: unknown };
}

export type EditorDatabase = IDBPDatabase<EditorSchema>;

/** One step for each version that brought new stores; never changed once published. */
const upgrades: readonly ((database: EditorDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('work');
    database.createObjectStore('images');
  },
];

export async function openDatabase(name: string): Promise<EditorDatabase> {
  const database = await openDB<EditorSchema>(name, upgrades.length, {
    upgrade(upgraded, oldVersion) {
      for (const bringNewStores of upgrades.slice(oldVersion)) bringNewStores(upgraded);
    },
    // A newer editor in another tab waits for this one to let go.
    blocking: () => database.close(),
  });
  return database;
}
