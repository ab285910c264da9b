import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { waitOnline } from '../../src/api/waitOnline.ts';
import { StorageError } from '../../src/storage/storageError.ts';
import { withoutStorage } from '../../src/storage/withoutStorage.ts';
import type { Editor } from '../../src/store/createEditor.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import {
  type BrowserSession,
  newestGeneration,
  openBrowserSession,
  type Stop,
  waitForGenerations,
  waitForPhase,
} from '../helpers/browserSession.ts';
import { liveConfig, openPhotograph } from '../helpers/testEditor.ts';
import { noticeOf } from '../helpers/toldWords.ts';

const name = 'task-life-test';
let browser: BrowserSession;

beforeEach(() => {
  browser = openBrowserSession(name);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await browser.end();
});

/** Presses Generate in a fresh tab that gets no further than `stop`. */
async function pressed(stop: Stop, change: Parameters<BrowserSession['openTab']>[0] = {}) {
  const tab = await browser.openTab({ stop, ...change });
  await openPhotograph(tab.editor);
  await tab.editor.flush();
  void tab.editor.generations.generate();
  await tab.stopped;
  return tab;
}

const allSaved = (editor: Editor) =>
  waitForGenerations(editor, () => (savedResults(editor) === 2 ? newestGeneration(editor) : undefined));

function savedResults(editor: Editor): number {
  const phase = newestGeneration(editor)?.phase;
  if (phase?.name !== 'completed') return 0;
  return phase.results.filter((each) => each.kind === 'fetched' && each.isSaved).length;
}

describe('a reload', () => {
  test.each([
    ['while the photograph goes up', 'upload'],
    ['while the request is built', 'request'],
    ['while the task runs', 'task'],
    ['while results are fetched', 'result'],
  ] as const)('%s: the generation goes on by itself, and is paid once', async (_when, stop) => {
    const before = await pressed(stop);
    before.kill();

    const after = await browser.openTab();
    const { document, settings, uploads } = await allSaved(after.editor);

    expect(browser.sent).toMatchObject({ uploads: ['rocket.jpg'], results: 2 });
    expect(browser.sent.creates).toHaveLength(1);
    expect(document).toEqual(before.editor.getState().document);
    expect(settings.prompt).toBe('a wide desert');
    expect(uploads).toEqual([
      { url: 'https://files.example/rocket.jpg', expiresAt: Date.parse('2030-01-04T00:00:00Z') },
    ]);
  });

  test.each([
    ['before the service has heard of it', 'create'],
    ['before it has answered', 'answer'],
  ] as const)(
    'while the request is on its way to a server that keeps what comes of it, %s: the next page gets its task',
    async (_when, stop) => {
      const config = { ...liveConfig, createMemorySeconds: 86_400 };
      (await pressed(stop, { config })).kill();
      const after = await browser.openTab({ config });
      await allSaved(after.editor);
      expect(browser.sent.creates).toHaveLength(1);
    },
  );

  test('while the request was on its way, a day ago: it asks, and sends nothing', async () => {
    const config = { ...liveConfig, createMemorySeconds: 86_400 };
    (await pressed('answer', { config })).kill();
    browser.clock.now += 23 * 3_600_000;
    await waitForPhase((await browser.openTab({ config })).editor, 'unknown');
    expect(browser.sent.creates).toHaveLength(1);
  });

  test.each([
    ['before the service has heard of it', 'create', 0],
    ['before it has answered', 'answer', 1],
  ] as const)(
    'while the request is on its way to a server that keeps nothing, %s: it asks, and sends nothing',
    async (_when, stop, creates) => {
      (await pressed(stop)).kill();

      const after = await browser.openTab();
      const { phase } = await waitForPhase(after.editor, 'unknown');

      expect(phase).toMatchObject({ failure: { code: 'outcome_unknown', mayRetry: false } });
      expect(browser.sent.creates).toHaveLength(creates);
      const again = await browser.openTab();
      expect(newestGeneration(again.editor)?.phase.name).toBe('unknown');

      await after.editor.generations.dismissUnknown(newestGeneration(after.editor)?.id ?? '');
      expect(newestGeneration(after.editor)?.phase).toMatchObject({
        name: 'failed',
        failure: { mayRetry: true },
      });
      await waitForPhase(again.editor, 'failed');
      expect(browser.sent.creates).toHaveLength(creates);
    },
  );

  test('after the results are saved: they are there, and nothing is asked for again', async () => {
    const before = await browser.openTab();
    await openPhotograph(before.editor);
    await before.editor.generations.generate();
    before.kill();

    const after = await browser.openTab();

    expect(savedResults(after.editor)).toBe(2);
    const phase = newestGeneration(after.editor)?.phase;
    const [first] = phase?.name === 'completed' ? phase.results : [];
    expect(await (first?.kind === 'fetched' ? first.blob.text() : '')).toBe('task-1 0');
    expect(browser.sent).toMatchObject({ results: 2 });
    expect(browser.sent.creates).toHaveLength(1);
  });

  test('days after a press that sent nothing sends nothing either, and says so', async () => {
    (await pressed('upload')).kill();
    browser.clock.now += 2 * 24 * 3_600_000;

    const after = await browser.openTab();
    const { phase } = await waitForPhase(after.editor, 'failed');

    expect(phase).toMatchObject({ failure: { code: 'not_sent', mayRetry: true } });
    expect(browser.sent.creates).toEqual([]);
  });

  test('leaves alone what another service was paid for, until this is that service again', async () => {
    (await pressed('task')).kill();

    const inSandbox = await browser.openTab({
      config: { mode: 'sandbox', serviceUrl: '', limits: { uploadBytesMax: 1, requestBytesMax: 1 } },
    });
    expect(newestGeneration(inSandbox.editor)?.phase.name).toBe('running');
    inSandbox.kill();

    await allSaved((await browser.openTab()).editor);
    expect(browser.sent.creates).toHaveLength(1);
  });
});

describe('a queue', () => {
  const config = {
    mode: 'live' as const,
    serviceUrl: '',
    limits: { uploadBytesMax: 1e6, requestBytesMax: 1e6, generationsAtOnce: 1 },
  };

  test('keeps its order over a reload, and sends each once', async () => {
    const before = await browser.openTab({ stop: 'task', config });
    await openPhotograph(before.editor);
    for (const prompt of ['one', 'two', 'three']) {
      browser.clock.now += 1;
      before.editor.transact(changeSettings({ prompt }), 'atOnce');
      void before.editor.generations.generate();
    }
    const phases = () =>
      before.editor.generations.store.getState().generations.map(({ phase }) => phase.name);
    await waitForGenerations(before.editor, () => (phases()[2] === 'running' ? true : undefined));
    expect(phases()).toEqual(['queued', 'queued', 'running']);
    before.kill();

    const after = await browser.openTab({ config });
    await allSaved(after.editor);

    expect(browser.sent.creates.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'three']);
  });

  test('lets go of one that is deleted before its turn', async () => {
    const { editor } = await browser.openTab({ stop: 'task', config });
    await openPhotograph(editor);
    void editor.generations.generate();
    await waitForPhase(editor, 'running');
    editor.transact(changeSettings({ prompt: 'another' }), 'atOnce');
    browser.clock.now += 1;
    const generating = editor.generations.generate();
    const { id } = await waitForPhase(editor, 'queued');

    await editor.generations.deleteGeneration(id);
    await generating;

    expect(editor.generations.store.getState().generations).toHaveLength(1);
    expect(browser.sent.creates).toHaveLength(1);
  });
});

describe('a second tab', () => {
  test('follows what the first is doing, does none of it, and takes over when the first goes', async () => {
    const first = await pressed('task');
    const second = await browser.openTab();
    expect(newestGeneration(second.editor)?.phase.name).toBe('running');
    expect(second.editor.isLossAhead()).toBe(false);

    first.kill();
    await allSaved(second.editor);

    expect(browser.sent).toMatchObject({ results: 2 });
    expect(browser.sent.creates).toHaveLength(1);
  });

  test('sees what begins, ends and is deleted in the first', async () => {
    const first = await browser.openTab();
    const second = await browser.openTab();
    await openPhotograph(first.editor);

    await first.editor.generations.generate();
    await allSaved(second.editor);
    expect(browser.sent).toMatchObject({ results: 2 });

    await first.editor.generations.deleteGeneration(newestGeneration(first.editor)?.id ?? '');
    await waitForGenerations(second.editor, () =>
      newestGeneration(second.editor) === undefined ? true : undefined,
    );
  });

  test('begins empty, and neither writes over the first’s work nor deletes its photograph', async () => {
    const first = await browser.openTab();
    await openPhotograph(first.editor);
    await first.editor.flush();
    const { document } = first.editor.getState();

    const second = await browser.openTab();
    expect(second.editor.getState().document.image).toBeNull();
    browser.clock.now += 1;
    await second.editor.images.openImage(new File(['other'], 'coffee.jpg'));
    await second.editor.flush();
    second.kill();
    first.kill();

    // The work saved last comes first; a second tab gets the other.
    const third = await browser.openTab();
    expect(third.editor.getState().document.image?.name).toBe('coffee.jpg');
    const fourth = await browser.openTab();
    expect(fourth.editor.getState().document).toEqual(document);
  });
});

/** Makes IndexedDB refuse to put what `isRefused` picks, for want of room, until the returned function is called. */
function fillStorage(isRefused: (store: string, value: unknown) => boolean) {
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    if (isRefused(this.name, value)) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  return () => spy.mockRestore();
}

describe('storage that is full', () => {
  test('keeps results in the page, says so, and saves them once room was made', async () => {
    const { editor, kill } = await browser.openTab();
    await openPhotograph(editor);
    await editor.generations.generate();
    const older = newestGeneration(editor)?.id ?? '';
    const makeRoom = fillStorage((store) => store === 'results');
    browser.clock.now += 60_000;

    await editor.generations.generate();

    expect(editor.generations.store.getState().isStorageFull).toBe(true);
    expect(noticeOf(editor)?.message).toContain('There is no room left');
    expect(newestGeneration(editor)?.phase).toMatchObject({
      name: 'completed',
      results: [
        { kind: 'fetched', isSaved: false },
        { kind: 'fetched', isSaved: false },
      ],
    });
    expect(editor.isLossAhead()).toBe(true);

    makeRoom();
    await editor.generations.deleteGeneration(older);
    expect(savedResults(editor)).toBe(2);
    expect(editor.isLossAhead()).toBe(false);
    kill();
    expect(savedResults((await browser.openTab()).editor)).toBe(2);
    expect(browser.sent.creates).toHaveLength(2);
  });

  test('stops a request that could not be recorded as sent, lest a reload sends it again', async () => {
    const { editor } = await browser.openTab();
    await openPhotograph(editor);
    const isSending = (value: unknown) => JSON.stringify(value).includes('"phase":{"name":"sending"}');
    const makeRoom = fillStorage((store, value) => store === 'generations' && isSending(value));

    await editor.generations.generate();

    expect(newestGeneration(editor)?.phase).toMatchObject({ name: 'failed', failure: { code: 'not_sent' } });
    expect(browser.sent.creates).toEqual([]);
    makeRoom();
    await editor.generations.retryGeneration(newestGeneration(editor)?.id ?? '');
    expect(savedResults(editor)).toBe(2);
    expect(browser.sent.creates).toHaveLength(1);
  });

  test('sends nothing after a reload that failed unsent, also where that could not be recorded either', async () => {
    const { editor, kill } = await browser.openTab();
    await openPhotograph(editor);
    const isLate = (value: unknown) => /"phase":\{"name":"(sending|failed)"/.test(JSON.stringify(value));
    const makeRoom = fillStorage((store, value) => store === 'generations' && isLate(value));
    await editor.generations.generate();
    makeRoom();
    browser.clock.now += 1000;
    await editor.generations.retryGeneration(newestGeneration(editor)?.id ?? '');
    kill();

    const after = await browser.openTab();
    await allSaved(after.editor);

    expect(after.editor.generations.store.getState().generations).toHaveLength(1);
    expect(browser.sent.creates).toHaveLength(1);
  });
});

test('a browser that keeps nothing still generates, and warns before the page is left', async () => {
  const storage = withoutStorage(new StorageError('unavailable', undefined));
  const { editor } = await browser.openTab({ storage });
  await openPhotograph(editor);

  await editor.generations.generate();

  expect(newestGeneration(editor)?.phase).toMatchObject({
    results: [{ kind: 'fetched' }, { kind: 'fetched' }],
  });
  expect(editor.isLossAhead()).toBe(true);
  expect(browser.sent.creates).toHaveLength(1);
});

test('coming online ends a pause', async () => {
  const pause = waitOnline(3_600_000);
  window.dispatchEvent(new Event('online'));
  await pause;
});
