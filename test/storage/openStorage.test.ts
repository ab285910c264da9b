import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDocument } from '../../src/model/document.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { type EditorStorage, openStorage, withoutStorage } from '../../src/storage/openStorage.ts';
import { StorageError } from '../../src/storage/storageError.ts';
import { parseWork, type Work } from '../../src/storage/work.ts';

const name = 'storage-test';
let storage: EditorStorage;

beforeEach(async () => {
  storage = await openStorage(name);
});

afterEach(async () => {
  vi.restoreAllMocks();
  storage.close();
  await deleteDB(name);
});

async function reload(): Promise<void> {
  storage.close();
  storage = await openStorage(name);
}

async function putWork(value: unknown): Promise<void> {
  const database = await openDB(name);
  await database.put('work', value, 'current');
  database.close();
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => 'nothing',
    (reason: unknown) => reason,
  );
  return error instanceof StorageError ? error.code : String(error);
}

const work: Work = {
  document: {
    image: { id: 'abc', name: 'rocket.jpg', width: 640, height: 427 },
    canvas: { width: 1024, height: 768 },
    placement: { x: -10, y: 20, width: 512, height: 341 },
    regions: [
      {
        id: 'r1',
        name: 'Region 1',
        isHidden: true,
        rings: [
          [
            { x: 0, y: 0 },
            { x: 9, y: 0 },
            { x: -3, y: 8 },
          ],
        ],
      },
    ],
  },
  settings: { ...defaultSettings, prompt: 'mountains', speed: 'turbo', maskFrame: 'canvas' },
};

describe('the work', () => {
  test('is there again after a reload, and the last one saved wins', async () => {
    await storage.saveWork({ document: emptyDocument, settings: defaultSettings });
    await storage.saveWork(work);
    await reload();
    expect(await storage.loadWork()).toEqual(work);
  });

  test('may carry more than belongs to it, which is left out', async () => {
    const settings = { ...work.settings, setPrompt: () => undefined };
    const document = { ...work.document };
    await storage.saveWork({ document, settings: JSON.parse(JSON.stringify({ ...settings, extra: 1 })) });
    expect(await storage.loadWork()).toEqual(work);
  });

  test('is missing at first', async () => {
    expect(await storage.loadWork()).toBeUndefined();
  });

  test.each([
    ['text', 'nonsense'],
    ['an older form', { polygons: [] }],
    ['half of it', { document: work.document }],
    ['a canvas of no size', { ...work, document: { ...work.document, canvas: { width: 0, height: 9 } } }],
    [
      'broken pixels',
      { ...work, document: { ...work.document, placement: { ...work.document.placement, x: 0.5 } } },
    ],
    ['an unknown model', { ...work, settings: { ...work.settings, model: 'mj-v99' } }],
  ])('is ignored where it is %s', async (_, value) => {
    await putWork(value);
    expect(await storage.loadWork()).toBeUndefined();
    expect(parseWork(value)).toBeUndefined();
  });
});

describe('images', () => {
  test('come back with their bytes and type, under the id of their content', async () => {
    await storage.saveImage('a', new Blob([new Uint8Array([1, 2, 3])], { type: 'image/webp' }));
    await reload();
    const blob = await storage.loadImage('a');
    expect(blob?.type).toBe('image/webp');
    expect(await blob?.bytes()).toEqual(new Uint8Array([1, 2, 3]));
    expect(await storage.loadImage('b')).toBeUndefined();
  });

  test('that nothing refers to are deleted, and the others stay', async () => {
    for (const id of ['a', 'b', 'c']) await storage.saveImage(id, new Blob([id]));
    await storage.pruneImages(['b', 'never saved']);
    const left = await Promise.all(['a', 'b', 'c'].map((id) => storage.loadImage(id)));
    expect(await Promise.all(left.map((blob) => blob?.text()))).toEqual([undefined, 'b', undefined]);
  });
});

describe('a failure has a code and a sentence', () => {
  test('where the browser forbids storage', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const opening = openStorage('forbidden');
    expect(await codeOf(opening)).toBe('unavailable');
    await expect(opening).rejects.toThrow(
      'This browser does not let the editor keep anything, as in some private windows.',
    );
  });

  test('where a newer editor has been here', async () => {
    (await openDB('newer', 99)).close();
    expect(await codeOf(openStorage('newer'))).toBe('failed');
    await deleteDB('newer');
  });

  test('where there is no room', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await codeOf(storage.saveImage('a', new Blob(['a'])))).toBe('full');
  });

  test('once a newer editor in another tab has taken over', async () => {
    const newer = await openDB(name, 99);
    expect(await codeOf(storage.saveWork(work))).toBe('unavailable');
    newer.close();
  });
});

test('without storage nothing is found, and saving says why', async () => {
  const none = withoutStorage(new StorageError('unavailable', undefined));
  expect([await none.loadWork(), await none.loadImage('a'), await none.pruneImages([])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(await codeOf(none.saveWork(work))).toBe('unavailable');
  expect(await codeOf(none.saveImage('a', new Blob()))).toBe('unavailable');
});
