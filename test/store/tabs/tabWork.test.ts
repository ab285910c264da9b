import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { defaultSettings } from '../../../src/model/request/settings.ts';
import type { Work } from '../../../src/storage/work.ts';
import type { Tabs } from '../../../src/store/tabs/tabs.ts';
import { createTabWork } from '../../../src/store/tabs/tabWork.ts';
import { createFakeBrowser } from '../../helpers/fakeBrowser.ts';
import { fakeStorage } from '../../helpers/testEditor.ts';

function workOn(prompt: string): Work {
  return { document: emptyDocument, settings: { ...defaultSettings, prompt }, replacedSettings: [] };
}

/** A browser in which works named “old” and “new” were saved, in that order. */
async function startBrowser() {
  const browser = createFakeBrowser();
  let prunes = 0;
  const storage = {
    ...fakeStorage(),
    prune: async () => {
      prunes += 1;
    },
  };
  for (const id of ['old', 'new']) await storage.saveWork(id, workOn(id));
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  return {
    storage,
    prunes: () => prunes,
    openTab(workId?: string, change: Partial<Tabs> = {}) {
      const tab = browser.openTab(workId);
      return { tab, work: createTabWork({ storage, tabs: { ...tab, ...change }, newId }) };
    },
  };
}

describe('a tab', () => {
  test('goes on with the work saved last, and remembers it for a reload', async () => {
    const { openTab } = await startBrowser();
    const { tab, work } = openTab();
    expect([await work.acquire(), tab.readWorkId()]).toEqual([workOn('new'), 'new']);
  });

  test('leaves alone what another has, and starts empty where there is nothing left', async () => {
    const { openTab, storage } = await startBrowser();
    const tabs = [openTab(), openTab(), openTab()];
    const works: unknown[] = [];
    for (const { work } of tabs) works.push(await work.acquire());
    expect(works).toEqual([workOn('new'), workOn('old'), undefined]);

    for (const [index, { work }] of tabs.entries()) await work.save(workOn(`of tab ${index}`));
    expect(await Promise.all(['new', 'old', 'id-1'].map(storage.loadWork))).toEqual([
      workOn('of tab 0'),
      workOn('of tab 1'),
      workOn('of tab 2'),
    ]);
  });

  test('comes back to its own after a reload, also to one that was not saved last', async () => {
    const { openTab } = await startBrowser();
    expect(await openTab('old').work.acquire()).toEqual(workOn('old'));
  });

  test('waits for its own until the page from before the reload is gone', async () => {
    const { openTab } = await startBrowser();
    const before = openTab('old');
    await before.work.acquire();
    const acquired = openTab('old').work.acquire();
    await Promise.resolve();
    before.tab.kill();
    expect(await acquired).toEqual(workOn('old'));
  });

  test('that was copied from another does not wait for that one’s work for ever', async () => {
    const { openTab } = await startBrowser();
    await openTab('old').work.acquire();
    expect(await openTab('old').work.acquire()).toEqual(workOn('new'));
  });

  test('takes over what one that is gone has left', async () => {
    const { openTab } = await startBrowser();
    const first = openTab();
    await first.work.acquire();
    await first.work.save(workOn('of the first'));
    first.tab.kill();
    expect(await openTab().work.acquire()).toEqual(workOn('of the first'));
  });

  test('reads again what it has saved, and nothing before it has a work', async () => {
    const { openTab } = await startBrowser();
    const { work } = openTab();
    expect(await work.load()).toBeUndefined();
    await work.acquire();
    expect(await work.load()).toEqual(workOn('new'));
    await work.save(workOn('newer'));
    expect(await work.load()).toEqual(workOn('newer'));
  });

  test('tidies where it is alone, and not beside another', async () => {
    const { openTab, prunes } = await startBrowser();
    await openTab().work.acquire();
    await openTab().work.acquire();
    expect(prunes()).toBe(1);
  });
});

describe('where there are no locks', () => {
  const locks = null;

  test('a tab goes on with a copy of the work saved last, under a name of its own', async () => {
    const { openTab, storage } = await startBrowser();
    const { tab, work } = openTab(undefined, { locks });
    expect([await work.acquire(), tab.readWorkId()]).toEqual([workOn('new'), 'id-1']);
    await work.save(workOn('newer'));
    expect([await storage.loadWork('new'), await storage.loadWork('id-1')]).toEqual([
      workOn('new'),
      workOn('newer'),
    ]);
  });

  test('the copy is its work before that is saved for the first time, too', async () => {
    const { openTab } = await startBrowser();
    const { work } = openTab(undefined, { locks });
    await work.acquire();
    expect(await work.load()).toEqual(workOn('new'));
    await work.save(workOn('newer'));
    expect(await work.load()).toEqual(workOn('newer'));
  });

  test('a reload comes back to its own', async () => {
    const { openTab } = await startBrowser();
    expect(await openTab('old', { locks }).work.acquire()).toEqual(workOn('old'));
  });

  test('nothing is tidied, since nobody can tell what is in use', async () => {
    const { openTab, prunes } = await startBrowser();
    await openTab(undefined, { locks }).work.acquire();
    expect(prunes()).toBe(0);
  });
});
