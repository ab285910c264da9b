import { afterEach, expect, test, vi } from 'vitest';
import { createTabs } from '../../../src/store/tabs/tabs.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser with channels that deliver at once, and whatever else is given. */
function stubBrowser(change: Readonly<Record<string, unknown>> = {}) {
  const channels: { name: string; hear?: (event: { data: unknown }) => void }[] = [];
  class FakeChannel {
    readonly own: (typeof channels)[number];
    constructor(name: string) {
      this.own = { name };
      channels.push(this.own);
    }
    postMessage(data: unknown) {
      for (const each of channels)
        if (each !== this.own && each.name === this.own.name) each.hear?.({ data });
    }
    addEventListener(_type: string, hear: (event: { data: unknown }) => void) {
      this.own.hear = hear;
    }
  }
  const items = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  const locks = { request: async (_name: string, callback: () => unknown) => callback() };
  const globals = {
    BroadcastChannel: FakeChannel,
    sessionStorage,
    isSecureContext: true,
    navigator: { locks },
  };
  for (const [name, value] of Object.entries({ ...globals, ...change })) vi.stubGlobal(name, value);
  return { locks, FakeChannel };
}

test('a tab tells the others of a generation, and not itself', async () => {
  const { FakeChannel } = stubBrowser();
  const [first, second] = [await createTabs('/a'), await createTabs('/a')];
  const heard: string[] = [];
  first.listen((id) => heard.push(`first ${id}`));
  second.listen((id) => heard.push(`second ${id}`));
  first.announce('generation-1');
  new FakeChannel('upload-paint-editor/a').postMessage({ of: 'another version' });
  expect(heard).toEqual(['second generation-1']);
});

test('a tab remembers its work across reloads', async () => {
  stubBrowser();
  const before = await createTabs('');
  expect(before.readWorkId()).toBeNull();
  before.writeWorkId('work-1');
  expect((await createTabs('')).readWorkId()).toBe('work-1');
});

test('a browser that forbids storage has a tab remember nothing', async () => {
  stubBrowser();
  vi.stubGlobal('sessionStorage', undefined);
  const tabs = await createTabs('');
  tabs.writeWorkId('work-1');
  expect(tabs.readWorkId()).toBeNull();
});

test('locks are those of the browser, or none where there are none or they refuse', async () => {
  const { locks } = stubBrowser();
  expect((await createTabs('')).locks).toBe(locks);
  stubBrowser({ navigator: {} });
  expect((await createTabs('')).locks).toBeNull();
  const refusing = { request: () => Promise.reject(new Error('denied')) };
  stubBrowser({ navigator: { locks: refusing } });
  expect((await createTabs('')).locks).toBeNull();
});

test('tabs below another path of the host share nothing with these', async () => {
  const names: string[] = [];
  const locks = {
    request: async (name: string, ...given: unknown[]) => {
      names.push(name);
      const callback = given.at(-1);
      return typeof callback === 'function' ? callback() : undefined;
    },
  };
  const { FakeChannel } = stubBrowser({ navigator: { locks } });
  const tabs = [await createTabs('/a'), await createTabs(''), await createTabs('/b')];
  const heard: string[] = [];
  for (const [index, tab] of tabs.entries()) tab.listen((id) => heard.push(`${index} ${id}`));
  tabs[0]?.announce('generation-1');
  expect(heard).toEqual([]);
  new FakeChannel('upload-paint-editor').postMessage('generation-2');
  expect(heard).toEqual(['1 generation-2']);

  tabs[0]?.writeWorkId('work-1');
  expect(tabs.map((tab) => tab.readWorkId())).toEqual(['work-1', null, null]);

  names.length = 0;
  const held = tabs.map(async ({ locks: own }) => [
    await own?.request('slot:0', () => 'held'),
    await own?.request('work:1', { ifAvailable: true }, () => 'held'),
  ]);
  expect(await Promise.all(held)).toEqual(Array(3).fill(['held', 'held']));
  expect(names.toSorted()).toEqual(
    ['/a slot:0', '/a work:1', '/b slot:0', '/b work:1', 'slot:0', 'work:1'].toSorted(),
  );
});
