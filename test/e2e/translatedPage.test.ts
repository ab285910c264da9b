import type { Browser, Locator } from 'playwright';
import { beforeAll, describe, test } from 'vitest';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';

let browser: Browser;
let translated: EditorPage;
let plain: EditorPage;
const errors: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  [translated, plain] = await Promise.all([
    visitEditor(browser, {}, (context) => {
      context.on('weberror', (error) => errors.push(String(error.error())));
      void context.addInitScript(translatePage);
    }),
    visitEditor(browser),
  ]);
  return () => closeContexts(browser);
});

/**
 * What Chrome's translation does, now and whenever a text is added or changes: the text goes, and two elements take its place
 * with one that is translated. These say the same, so that both pages can be asked by the same names.
 */
function translatePage() {
  const isLeftAlone = (element: Element | null) =>
    element === null ||
    !(element instanceof HTMLElement && element.translate) ||
    element.closest('font, script, style, textarea') !== null;

  function translate(root: Node) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.currentNode; node; node = walker.nextNode() as Node) texts.push(node);
    for (const text of texts) {
      if (!(text instanceof Text) || text.data.trim() === '' || isLeftAlone(text.parentElement)) continue;
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      text.replaceWith(outer);
      inner.append(text.data);
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    translate(document.documentElement);
    new MutationObserver((records) => {
      for (const { target } of records) translate(target);
    }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  });
}

/** All that the page says, but for what differs from visit to visit: times, and where the sandbox keeps the photograph. */
async function words({ page }: EditorPage): Promise<string> {
  const text = await page.evaluate(() => document.body.innerText);
  return text
    .replace(/\d+:\d\d [AP]M/g, '[time]')
    .replace(/(\d+ (min|h) )?\d+ s\b/g, '[duration]')
    .replace(/files\/[\da-f]{32}/g, 'files/[id]')
    .replace(/\s+/g, ' ');
}

/** Does the same in both pages, and compares what they say then. */
async function both(act: (editor: EditorPage) => Promise<unknown>) {
  await Promise.all([act(translated), act(plain)]);
  const differing = async () => {
    const [translatedWords, plainWords] = await Promise.all([words(translated), words(plain)]);
    return translatedWords === plainWords ? null : { translatedWords, plainWords };
  };
  await soon(differing).toBeNull();
  expect(errors).toEqual([]);
}

const square = [
  { x: 100, y: 100 },
  { x: 200, y: 100 },
  { x: 200, y: 200 },
  { x: 100, y: 200 },
];

/** What is used, one after the other, in a page that has gone through all before it. */
const rows: Readonly<Record<string, (editor: EditorPage) => Promise<unknown>>> = {
  'a photograph': (editor) => editor.openSample('coffee.png', { width: 640, height: 420 }, { x: 20, y: 10 }),
  margins: (editor) => editor.setField('Image x', 35),
  'a number that is refused': (editor) => editor.setField('Canvas width', 999_999),
  'the canvas’s size': (editor) => editor.setField('Canvas width', 700),
  'a ratio': (editor) => editor.button('1:1').click(),
  'each tool': async (editor) => {
    for (const key of 'vbwpa') await editor.press(key);
  },
  zoom: async (editor) => {
    await editor.press('+');
    await editor.press('1');
  },
  'a polygon': (editor) => editor.drawPolygon(square),
  'a second region': (editor) => editor.drawRectangle({ x: 250, y: 150 }, { x: 320, y: 220 }),
  'a region’s name': async (editor) => {
    await editor.regions.first().getByRole('button').first().dblclick();
    await editor.page.getByRole('textbox', { name: /^Name of/ }).fill('The cup');
    await editor.page.keyboard.press('Enter');
  },
  'what is selected': (editor) => editor.regions.first().getByRole('button').first().click(),
  'an operation and its amount': async (editor) => {
    await editor.button('Grow').click();
    await editor.setAmount(9);
    await editor.button('Apply').click();
  },
  undo: async (editor) => {
    await editor.button('Undo').click();
    await editor.button('Redo').click();
  },
  'the menu of the stage': async (editor) => {
    const { x, y } = await editor.onScreen({ x: 600, y: 50 });
    await editor.page.mouse.click(x, y, { button: 'right' });
    await editor.page.getByRole('menuitem').first().waitFor();
    await editor.page.keyboard.press('Escape');
  },
  'the mask as a file': async (editor) => {
    await editor.button('Export mask').click();
    const dialog = editor.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close' }).click();
  },
  'a mask that is imported': async (editor) => {
    await editor.button('Import mask').click();
    await editor.page.getByRole('dialog').getByRole('textbox').fill('{"nothing":1}');
    await editor.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  },
  'the request’s form': async (editor) => {
    await editor.choose('Mask format', 'Mask image');
    await editor.choose('Mask frame', 'Canvas');
    await editor.choose('Mask format', 'Polygons');
  },
  'an address that is none': async (editor) => {
    await editor.page.getByRole('textbox', { name: /callback/i }).fill('nowhere');
    await editor.page.getByRole('textbox', { name: /callback/i }).fill('');
  },
  'a prompt': async (editor) => {
    await editor.ask('steam');
    await editor.ask('a dragon [sandbox:results=2]');
  },
  tips: async (editor) => {
    for (const name of ['Brush', 'Lasso', 'Pan']) {
      await editor.toolbar.getByRole('button', { name, exact: true }).hover();
      await editor.page.getByRole('tooltip').filter({ hasText: name }).waitFor();
    }
    await editor.page.mouse.move(600, 5);
    await editor.page.getByRole('tooltip').waitFor({ state: 'detached' });
  },
  'a generation': async (editor) => {
    await editor.button('Generate').click();
    await expect(editor.results).toHaveCount(2);
    await expect(editor.progress).toHaveCount(0);
  },
  'a comparison': async (editor) => {
    for (const mode of ['Swipe', 'Difference', 'Kept area', 'Result']) {
      const bar = editor.page.getByRole('region', { name: 'Compare', exact: true });
      await bar.getByRole('radio', { name: mode }).click();
    }
    await editor.button('Restore kept pixels').click();
    await editor.page.keyboard.press('Escape');
  },
  'the panel of results': async (editor) => {
    await editor.button('Results').click();
    const panel = editor.page.getByRole('region', { name: 'Results', exact: true });
    await panel.getByRole('searchbox').fill('nothing like it');
    await panel.getByRole('button', { name: 'Show all' }).click();
    await panel.getByRole('button', { name: 'Delete' }).click();
    await panel.getByRole('button', { name: 'Keep' }).click();
    await editor.button('Close results').click();
  },
  'a failure': async (editor) => {
    await editor.ask('a comet [sandbox:insufficient_quota]');
    await editor.button('Generate').click();
    await expect(editor.failure).toBeVisible();
  },
  'a deleted region': async (editor) => {
    await editor.press('Escape');
    await editor.button('Delete The cup').click();
  },
};

describe('a page that the browser has translated', () => {
  test.for(Object.entries(rows))('goes on with %s', async ([, act]) => {
    await both(act);
  });
});

test('what is the same in every language is not translated', async () => {
  const texts: Readonly<Record<string, Locator>> = {
    JSON: plain.json.locator('pre span').first(),
    'the photograph’s name': plain.page.getByText('coffee.png', { exact: true }),
    'its size': plain.page.getByText('600 × 400 px', { exact: true }),
    zoom: plain.page.getByRole('button', { name: /^Zoom \d+/ }),
    margins: plain.page.locator('dd').first(),
    'a code': plain.failure.locator('code'),
    'a model': plain.page.getByRole('combobox', { name: 'Model' }).locator('option').first(),
    'a ratio': plain.button('1:1').locator('span').last(),
  };
  const changed = [];
  for (const [name, text] of Object.entries(texts)) {
    if (await text.evaluate((element) => (element as HTMLElement).translate)) changed.push(name);
  }
  expect(changed).toEqual([]);
});

test('a page that breaks nevertheless says so, and has all of the work after a reload', async () => {
  const { page, regions, request } = translated;
  await expect(regions).toHaveCount(1);
  const before = await request();
  // As an extension does that moves what it did not make.
  await regions.first().evaluate((element) => element.remove());
  await translated.press('Control+a');
  await translated.press('Delete');
  await expect(page.getByRole('alert')).toContainText('The editor had to stop');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(translated.prompt).toHaveValue(before.prompt);
  await soon(async () => (await request()).model_params).toEqual({
    ...before.model_params,
    mask: { areas: [] },
  });
});
