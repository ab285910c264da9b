import type { Browser, BrowserContext } from 'playwright';
import { beforeAll, describe, expect as expectNow, inject, test } from 'vitest';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  return () => closeContexts(browser);
});

const origin = new URL(inject('editorUrl')).origin;

async function visit(prepare: (context: BrowserContext) => unknown = () => undefined) {
  const errors: string[] = [];
  const editor = await visitEditor(browser, {}, (context) => {
    context.on('weberror', (error) => errors.push(String(error.error())));
    void prepare(context);
  });
  return { editor, errors };
}

/** A photograph, a region, a prompt and a result. */
async function work(editor: EditorPage) {
  await editor.openSample('coffee.png', { width: 640, height: 480 }, { x: 20, y: 30 });
  await editor.drawRectangle({ x: 100, y: 100 }, { x: 200, y: 200 });
  await editor.ask('a dragon [sandbox:results=1]');
  await editor.button('Generate').click();
  await expect(editor.results).toHaveCount(1);
  await expect(editor.progress).toHaveCount(0);
}

test('what the browser clears under an open page is kept once more', async () => {
  const { editor, errors } = await visit();
  await work(editor);
  const before = await editor.request();
  const session = await editor.page.context().newCDPSession(editor.page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await soon(() =>
    editor.page.evaluate(async () => {
      const [{ name } = {}] = await indexedDB.databases();
      if (name === undefined) return false;
      const opening = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const stores = [...database.objectStoreNames].filter((store) => store !== 'uploads');
      const counts = await Promise.all(
        stores.map(
          (store) =>
            new Promise<number>((resolve) => {
              const counting = database.transaction(store).objectStore(store).count();
              counting.onsuccess = () => resolve(counting.result);
            }),
        ),
      );
      database.close();
      return counts.length > 0 && counts.every((count) => count > 0);
    }),
  ).toBe(true);
  await editor.page.reload();
  await expect(editor.results).toHaveCount(1);
  await soon(async () => (await editor.request()).model_params).toEqual(before.model_params);
  await expect(editor.prompt).toHaveValue(before.prompt);
  expectNow(errors).toEqual([]);
  await editor.page.context().close();
});

/** Runs in the page, before anything of ours. */
const blocked: Readonly<Record<string, () => void>> = {
  'storage that throws at its mere mention': () => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  },
  'a private window that opens no database': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
    };
  },
  'storage that is full': () => {
    const full = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  },
};

describe('nothing throws in a page with', () => {
  test.for(Object.entries(blocked))('%s, and what is not kept is said', async ([, block]) => {
    const { editor, errors } = await visit((context) => context.addInitScript(block));
    await work(editor);
    await expect(editor.notice).toContainText(/does not let the editor keep|no room|could not keep/);
    expectNow(errors).toEqual([]);
    await editor.page.context().close();
  });

  test('what an extension adds to it, and 200 results', async () => {
    const { editor, errors } = await visit((context) =>
      context.addInitScript(() => {
        document.addEventListener('DOMContentLoaded', () => {
          const panel = document.createElement('div');
          panel.attachShadow({ mode: 'open' }).append('An extension');
          document.body.prepend(panel, 'text', document.createElement('style'));
          document.body.append(document.createElement('grammarly-desktop-integration'));
          document.documentElement.append(document.createElement('div'));
          new MutationObserver(() =>
            document.getElementById('root')?.setAttribute('data-extension', ''),
          ).observe(document.body, { childList: true, subtree: true });
        });
      }),
    );
    await work(editor);
    await repeatGeneration(editor, 200);
    await editor.page.reload();
    await editor.button('Results').click();
    const cards = editor.page.getByRole('region', { name: 'Results', exact: true }).getByRole('article');
    await expect(cards).toHaveCount(30);
    await editor.page.getByRole('button', { name: /^Show .*more/ }).click();
    await expect(cards).toHaveCount(60);
    await editor.press('p');
    await expect(editor.toolbar.getByRole('button', { name: 'Polygon' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expectNow(errors).toEqual([]);
    await editor.page.context().close();
  });
});

/** As if Generate had been pressed so often. */
async function repeatGeneration({ page }: EditorPage, count: number) {
  await page.evaluate(async (copies) => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const opening = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const stores = database.transaction(['generations', 'results'], 'readwrite');
    const generations = stores.objectStore('generations');
    const results = stores.objectStore('results');
    const done = new Promise((resolve) => {
      stores.oncomplete = resolve;
    });
    const [records, blobs] = [generations.getAll(), results.getAll()];
    blobs.onsuccess = () => {
      for (let copy = 1; copy < copies; copy += 1) {
        generations.put({ ...records.result[0], id: `copy-${copy}` }, `copy-${copy}`);
        results.put(blobs.result[0], [`copy-${copy}`, 0]);
      }
    };
    await done;
    database.close();
  }, count);
}
