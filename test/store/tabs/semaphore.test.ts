import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Task } from '../../../src/contract/task.ts';
import type { Editor, EditorParts } from '../../../src/store/createEditor.ts';
import { changeSettings } from '../../../src/store/editor/settings.ts';
import { createSemaphore } from '../../../src/store/tabs/semaphore.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import {
  createTestEditor,
  fakeClient,
  fakeStorage,
  openPhotograph,
  taskOf,
} from '../../helpers/testEditor.ts';

/** Tabs of one browser that may run two generations at once, at a service whose tasks end when they are told to. */
function startBrowser() {
  const browser = createFakeBrowser();
  const storage = fakeStorage();
  const created: string[] = [];
  const finished = new Set<string>();
  const looks: (() => void)[] = [];
  let ids = 0;
  const client = fakeClient({
    createGeneration: async ({ prompt }) => {
      created.push(prompt);
      return taskOf({ id: prompt });
    },
    getTask: (id) =>
      new Promise<Task>((resolve) => {
        const look = () => finished.has(id) && resolve(taskOf({ id, status: 'completed', results: [] }));
        looks.push(look);
        look();
      }),
  });

  async function openTab(change: Partial<EditorParts> = {}) {
    const tabs = browser.openTab();
    const { config } = createTestEditor();
    const limits = { ...config.limits, generationsAtOnce: 2 };
    const newId = () => {
      ids += 1;
      return `id-${ids}`;
    };
    const parts = { client, storage, tabs, newId, config: { ...config, limits }, ...change };
    const editor = createTestEditor(parts);
    await editor.restore();
    await openPhotograph(editor);
    return { editor, kill: tabs.kill };
  }

  function finish(prompt: string) {
    finished.add(prompt);
    for (const look of looks) look();
  }

  return { created, openTab, finish };
}

async function press(editor: Editor, ...prompts: readonly string[]) {
  for (const prompt of prompts) {
    editor.transact(changeSettings({ prompt }), 'atOnce');
    void editor.generations.generate();
    await settled();
  }
}

/** Everything here is in memory, so that one turn of the event loop lets all of it happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('all tabs of a browser together run as many generations at once as one may', async () => {
  const { created, openTab, finish } = startBrowser();
  const [first, second] = [await openTab(), await openTab()];
  await press(first.editor, 'a', 'b', 'c');
  await press(second.editor, 'd');
  expect(created).toEqual(['a', 'b']);

  finish('a');
  await settled();
  expect(created).toHaveLength(3);
  finish('b');
  await settled();
  expect([...created].sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('a tab that goes makes room, and what it ran counts where it is taken over', async () => {
  const { created, openTab, finish } = startBrowser();
  const [first, second] = [await openTab(), await openTab()];
  await press(first.editor, 'a', 'b');
  first.kill();
  await settled();
  await press(second.editor, 'c');
  expect(created).toEqual(['a', 'b']);

  finish('a');
  await settled();
  expect(created).toEqual(['a', 'b', 'c']);
});

test('one that is deleted while it waits for another tab is let go', async () => {
  const { created, openTab, finish } = startBrowser();
  const [first, second] = [await openTab(), await openTab()];
  await press(first.editor, 'a', 'b');
  second.editor.transact(changeSettings({ prompt: 'c' }), 'atOnce');
  const generating = second.editor.generations.generate();
  await settled();
  const { generations } = second.editor.generations.store.getState();
  await second.editor.generations.deleteGeneration(
    generations.find(({ phase }) => phase.name === 'queued')?.id ?? '',
  );
  await generating;
  await press(second.editor, 'd');
  finish('a');
  await settled();
  expect(created).toEqual(['a', 'b', 'd']);
});

test('without locks each tab has its own', async () => {
  const { created, openTab } = startBrowser();
  const tabs = { ...createFakeBrowser().openTab(), locks: null };
  const [first, second] = [await openTab({ tabs }), await openTab({ tabs })];
  await press(first.editor, 'a', 'b', 'c');
  await press(second.editor, 'd');
  expect(created).toEqual(['a', 'b', 'd']);
});

describe('a semaphore of two', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Tabs that ask for a permit each, and how many of them go on; a holder gives it back when it is told to. */
  function startSemaphore(tabCount: number) {
    const browser = createFakeBrowser();
    const tabs = Array.from({ length: tabCount }, () => {
      let release = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const tab = browser.openTab();
      const state = { hasGoneOn: false, release, kill: tab.kill };
      void createSemaphore(
        tab.locks,
        2,
      )(until).then(() => {
        state.hasGoneOn = true;
      });
      return state;
    });
    return { tabs, goneOn: () => tabs.map(({ hasGoneOn }) => hasGoneOn) };
  }

  test('lets two go on, and each that comes after once one before it is done or gone', async () => {
    const { tabs, goneOn } = startSemaphore(4);
    await settled();
    expect(goneOn()).toEqual([true, true, false, false]);
    tabs[1]?.release();
    await settled();
    expect(goneOn()).toEqual([true, true, true, false]);
    tabs[0]?.kill();
    await settled();
    expect(goneOn()).toEqual([true, true, true, true]);
  });

  test('lets one go on that has nothing to wait for any more, and keeps no permit for it', async () => {
    const { tabs, goneOn } = startSemaphore(4);
    await settled();
    tabs[2]?.release();
    await settled();
    expect(goneOn()).toEqual([true, true, true, false]);
    tabs[0]?.release();
    await settled();
    expect(goneOn()).toEqual([true, true, true, true]);
  });

  test('lets all go on after half an hour, whoever sleeps over a permit', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { goneOn } = startSemaphore(3);
    await vi.advanceTimersByTimeAsync(30 * 60_000 - 1);
    expect(goneOn()).toEqual([true, true, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(goneOn()).toEqual([true, true, true]);
  });
});
