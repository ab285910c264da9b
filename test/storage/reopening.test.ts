import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/model/request/settings.ts';
import { type EditorStorage, openStorage } from '../../src/storage/openStorage.ts';
import { createTestEditor } from '../helpers/testEditor.ts';

const name = 'reopening-test';
let storage: EditorStorage;
/** The browser's own object, which it closes. */
let connection: IDBDatabase;

beforeEach(async () => {
  storage = await openStorage(name);
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await storage.listWorks();
  connection = spy.mock.contexts[0] as IDBDatabase;
  spy.mockRestore();
});

afterEach(async () => {
  storage.close();
  await deleteDB(name);
});

const work = { document: createTestEditor().getState().document, settings: defaultSettings };

/** The ways in which a browser takes a database away. */
const ways = {
  'without a word': async () => connection.close(),
  'and says so': async () => {
    connection.close();
    connection.dispatchEvent(new Event('close'));
  },
  'to clear it': () => deleteDB(name),
} as const;

describe.for(Object.entries(ways))('a database that the browser closes %s', ([, close]) => {
  test('is opened again', async () => {
    await close();
    await storage.saveWork('a', work);
    expect(await storage.listWorks()).toEqual(['a']);
  });

  test('gets once more what the page has', async () => {
    const editor = createTestEditor({ storage });
    await editor.restore();
    await editor.images.openImage(new File(['bytes'], 'photo.jpg'));
    const image = editor.getState().document.image;
    await editor.flush();
    await close();
    await deleteDB(name).catch(() => undefined);
    await storage.listWorks();
    const kept = await openStorage(name);
    await expect.poll(async () => (await kept.loadImage(image?.id ?? ''))?.size).toBeGreaterThan(0);
    await expect.poll(() => kept.listWorks()).toHaveLength(1);
    const [id = ''] = await kept.listWorks();
    expect((await kept.loadWork(id))?.document.image).toEqual(image);
    kept.close();
  });
});

test('what is not yet written is, before a newer editor gets the database; what comes after is said not to be kept', async () => {
  const said: string[] = [];
  storage.listen({
    closing: async () => {
      said.push('closing');
      await storage.saveWork('a', work);
    },
    closed: () => said.push('closed'),
  });
  const newer = await openDB(name, 99);
  expect(await newer.getAllKeys('work')).toEqual(['a']);
  expect(said).toEqual(['closing', 'closed']);
  await expect(storage.saveWork('a', work)).rejects.toThrow('could not read or keep');
  newer.close();
});
