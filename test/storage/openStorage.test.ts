import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDocument } from '../../src/model/document/document.ts';
import { generationRequest } from '../../src/model/request/request.ts';
import { defaultSettings } from '../../src/model/request/settings.ts';
import type { GenerationRecord } from '../../src/storage/generationRecord.ts';
import { type EditorStorage, openStorage } from '../../src/storage/openStorage.ts';
import { StorageError } from '../../src/storage/storageError.ts';
import { withoutStorage } from '../../src/storage/withoutStorage.ts';
import { parseWork, type Work } from '../../src/storage/work.ts';
import { taskOf } from '../helpers/testEditor.ts';

const name = 'storage-test';
let storage: EditorStorage;
let now = 0;

beforeEach(async () => {
  now = 0;
  storage = await openStorage(name, () => now);
});

afterEach(async () => {
  vi.restoreAllMocks();
  storage.close();
  await deleteDB(name);
});

async function reload(): Promise<void> {
  storage.close();
  storage = await openStorage(name, () => now);
}

async function putRaw(store: string, key: string, value: unknown): Promise<void> {
  const database = await openDB(name);
  await database.put(store, value, key);
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

const task = taskOf({ status: 'completed', results: ['https://r.example/0'] });
const failure = { code: 'x', message: 'm', charged: 'no', mayRetry: true } as const;
const generation: GenerationRecord = {
  id: 'g',
  startedAt: 1,
  isSandbox: false,
  ...work,
  request: generationRequest(work.document, work.settings, { image: 'https://files.example/a' }),
  uploads: [{ url: 'https://files.example/a', expiresAt: 9 }],
  base: { generationId: 'f', index: 2 },
  phase: { name: 'queued' },
};

describe('the work', () => {
  test('is there again after a reload, and the last one saved wins', async () => {
    await storage.saveWork('a', { document: emptyDocument, settings: defaultSettings });
    now = 7;
    await storage.saveWork('a', work);
    await reload();
    expect(await storage.loadWork('a')).toEqual({ ...work, savedAt: 7 });
  });

  test('comes with the settings that others took the place of', async () => {
    const replacedSettings = [{ ...defaultSettings, prompt: 'a lake' }];
    await storage.saveWork('a', { ...work, replacedSettings });
    await reload();
    expect((await storage.loadWork('a'))?.replacedSettings).toEqual(replacedSettings);
  });

  test('is kept by a page that goes in the moment of saving it', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const script = Object.assign(document.createElement('script'), {
      type: 'module',
      textContent: `
        import { openStorage } from '${new URL('../../src/storage/openStorage.ts', import.meta.url)}';
        const storage = await openStorage('${name}', () => 7);
        void storage.saveWork('a', ${JSON.stringify(work)});
        frameElement.remove();`,
    });
    frame.contentDocument?.body.append(script);
    // The frame loads its modules anew, which takes more than a second on a machine that has other things to do.
    await vi.waitUntil(() => !frame.isConnected, { timeout: 10_000 });
    expect(await storage.loadWork('a')).toEqual({ ...work, savedAt: 7 });
  });

  test('may carry more than belongs to it, which is left out', async () => {
    const settings = { ...work.settings, setPrompt: () => undefined };
    const document = { ...work.document };
    await storage.saveWork('a', {
      document,
      settings: JSON.parse(JSON.stringify({ ...settings, extra: 1 })),
    });
    expect(await storage.loadWork('a')).toMatchObject(work);
    expect(Object.keys((await storage.loadWork('a'))?.settings ?? {})).not.toContain('extra');
  });

  test('is missing at first', async () => {
    expect(await storage.loadWork('a')).toBeUndefined();
    expect(await storage.listWorks()).toEqual([]);
  });

  test('of each tab is its own, and the one saved last comes first', async () => {
    for (const [at, id] of ['a', 'b', 'c', 'a'].entries()) {
      now = at;
      await storage.saveWork(id, work);
    }
    await putRaw('work', 'damaged', { savedAt: 99 });
    expect(await storage.listWorks()).toEqual(['a', 'c', 'b']);
  });

  test('of an editor that knew only one work is found again', async () => {
    await putRaw('work', 'current', work);
    expect(await storage.listWorks()).toEqual(['current']);
    expect(await storage.loadWork('current')).toEqual(work);
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
    await putRaw('work', 'a', value);
    expect(await storage.loadWork('a')).toBeUndefined();
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

  test('that no work and no generation refers to are pruned, and the others stay', async () => {
    for (const id of ['work', 'generation', 'damaged', 'nobody']) await storage.saveImage(id, new Blob([id]));
    const documentOf = (id: string) => ({ ...work.document, image: { id, name: '', width: 1, height: 1 } });
    await storage.saveWork('a', { ...work, document: documentOf('work') });
    await storage.saveGeneration({ ...generation, document: documentOf('generation') });
    await putRaw('generations', 'from the future', { document: { image: { id: 'damaged' } } });
    await storage.prune();
    const left = ['work', 'generation', 'damaged', 'nobody'].map((id) => storage.loadImage(id));
    expect((await Promise.all(left)).map((blob) => blob !== undefined)).toEqual([true, true, true, false]);
  });
});

describe('of works', () => {
  const dayMs = 24 * 3_600_000;

  test('all of the last thirty days are kept, and of older ones those among the ten saved last', async () => {
    for (let day = 1; day <= 14; day += 1) {
      now = day * dayMs;
      await storage.saveWork(`${day}`, work);
    }
    now = 32 * dayMs;
    await storage.prune();
    expect(await storage.listWorks()).toHaveLength(13);

    now = 60 * dayMs;
    await storage.prune();
    expect(await storage.listWorks()).toEqual(['14', '13', '12', '11', '10', '9', '8', '7', '6', '5']);
  });

  test('the photographs of forgotten ones go in the same breath', async () => {
    for (const id of ['old', 'new']) await storage.saveImage(id, new Blob([id]));
    const documentOf = (id: string) => ({ ...work.document, image: { id, name: '', width: 1, height: 1 } });
    await storage.saveWork('old', { ...work, document: documentOf('old') });
    now = 31 * dayMs;
    for (let each = 0; each < 10; each += 1) {
      await storage.saveWork(`${each}`, { ...work, document: documentOf('new') });
    }
    await storage.prune();
    const left = await Promise.all(['old', 'new'].map((id) => storage.loadImage(id)));
    expect(left.map((blob) => blob !== undefined)).toEqual([false, true]);
  });
});

describe('generations', () => {
  const phases: GenerationRecord['phase'][] = [
    { name: 'queued' },
    { name: 'sending' },
    { name: 'running', task },
    { name: 'completed', task, finishedAt: 5 },
    { name: 'failed', finishedAt: 5, failure },
    { name: 'unknown', finishedAt: 5, failure },
  ];

  test.each(phases)('come back whole: $name', async (phase) => {
    const record = { ...generation, phase };
    await storage.saveGeneration(record);
    await reload();
    expect(await storage.loadGeneration('g')).toEqual({ record, results: new Map() });
    expect(await storage.loadGenerations()).toEqual([{ record, results: new Map() }]);
  });

  test('come with their results, and go with them', async () => {
    await storage.saveGeneration(generation);
    await storage.saveGeneration({ ...generation, id: 'g2' });
    await storage.saveResult('g', 1, new Blob(['one'], { type: 'image/webp' }));
    await storage.saveResult('g2', 0, new Blob(['two']));
    await reload();
    const results = (await storage.loadGeneration('g'))?.results ?? new Map();
    expect([...results.keys()]).toEqual([1]);
    expect([results.get(1).type, await results.get(1).text()]).toEqual(['image/webp', 'one']);

    await storage.deleteGeneration('g');
    const left = await storage.loadGenerations();
    expect(left.map(({ record, results }) => [record.id, [...results.keys()]])).toEqual([['g2', [0]]]);
    expect(await storage.loadGeneration('g')).toBeUndefined();
  });

  test('take stray results with them when all is tidied, but damaged ones keep theirs', async () => {
    await storage.saveGeneration(generation);
    await putRaw('generations', 'bad', { phase: { name: 'resting' } });
    for (const id of ['g', 'bad', 'gone']) {
      for (const index of [0, 1]) await storage.saveResult(id, index, new Blob([id]));
    }
    await storage.prune();
    const database = await openDB(name);
    const keys = await database.getAllKeys('results');
    database.close();
    const expected = ['bad', 'g'].flatMap((id) => [0, 1].map((index) => [id, index]));
    expect(keys).toEqual(expected);
  });

  test('that are damaged are left out, and left where they are', async () => {
    await storage.saveGeneration(generation);
    await putRaw('generations', 'bad', { ...generation, id: 'bad', phase: { name: 'resting' } });
    expect((await storage.loadGenerations()).map(({ record }) => record.id)).toEqual(['g']);
    await storage.prune();
    const database = await openDB(name);
    expect(await database.count('generations')).toBe(2);
    database.close();
  });
});

test('uploads are there until they expire', async () => {
  now = Date.parse('2030-01-01T00:00:00Z');
  const file = { url: 'https://files.example/a', expiresAt: '2030-01-02T00:00:00Z' };
  await storage.saveUpload('a', file);
  await storage.saveUpload('b', file);
  await storage.deleteUpload('b');
  await putRaw('uploads', 'bad', 'nonsense');
  await reload();
  expect(await storage.loadUploads()).toEqual(new Map([['a', file]]));
  now = Date.parse('2030-01-02T00:00:01Z');
  expect(await storage.loadUploads()).toEqual(new Map());
});

test('the first version’s work and images are there after the upgrade', async () => {
  const old = await openDB('old', 1, {
    upgrade(database) {
      database.createObjectStore('work');
      database.createObjectStore('images');
    },
  });
  await old.put('work', work, 'current');
  await old.put('images', new Blob(['photo']), 'abc');
  old.close();
  const upgraded = await openStorage('old');
  expect(await upgraded.loadWork('current')).toEqual(work);
  expect(await (await upgraded.loadImage('abc'))?.text()).toBe('photo');
  expect(await upgraded.loadGenerations()).toEqual([]);
  upgraded.close();
  await deleteDB('old');
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
    expect(await codeOf(storage.saveWork('a', work))).toBe('failed');
    newer.close();
  });
});

test('without storage nothing is found, and saving says why', async () => {
  const none = withoutStorage(new StorageError('unavailable', undefined));
  expect([await none.loadWork('a'), await none.loadImage('a'), await none.loadGenerations()]).toEqual([
    undefined,
    undefined,
    [],
  ]);
  expect(await codeOf(none.saveWork('a', work))).toBe('unavailable');
  expect(await codeOf(none.saveImage('a', new Blob()))).toBe('unavailable');
});
