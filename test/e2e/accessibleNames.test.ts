import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator } from 'playwright';
import { beforeAll, describe, test } from 'vitest';
import {
  closeContexts,
  type EditorPage,
  expect,
  openBrowser,
  samplePath,
  visitEditor,
} from './editorPage.ts';

declare global {
  interface Window {
    axe: { run(): Promise<AxeResults> };
  }
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  return () => closeContexts(browser);
});

/** Names that tests and automation lean on, besides people who listen to the page. */
describe('the names that stay', () => {
  let editor: EditorPage;

  beforeAll(async () => {
    editor = await visitEditor(browser);
    await editor.openFile(samplePath('coffee.png'));
    // What comes with the photograph is there.
    await expect(editor.button('Copy JSON')).toBeVisible();
    await expect(editor.button('Union')).toBeVisible();
    return () => editor.page.context().close();
  });

  /** Those of `names` that do not name exactly one control that can be seen. */
  async function missing(names: readonly string[], find: (name: string) => Locator) {
    const found = await Promise.all(
      names.map(async (name) => ((await find(name).filter({ visible: true }).count()) === 1 ? [] : [name])),
    );
    return found.flat();
  }

  test('of buttons', async () => {
    const names = [
      'Open image',
      'Generate',
      'Undo',
      'Redo',
      'Copy JSON',
      'Copy curl',
      'Download mask',
      'Results',
    ];
    expect(await missing(names, editor.button)).toEqual([]);
  });

  test('of tools, each with its key', async () => {
    const keys = { 'Move image': 'v', Select: 'a', Polygon: 'p', Rectangle: 'r', Pan: 'h' };
    for (const [name, key] of Object.entries(keys).toReversed()) {
      await editor.press(key);
      const tool = editor.toolbar.getByRole('button', { name, exact: true });
      await expect(tool).toHaveAttribute('aria-pressed', 'true');
    }
  });

  test('of number fields', async () => {
    const names = ['Canvas width', 'Canvas height', 'Image x', 'Image y', 'Image width', 'Image height'];
    expect(await missing(names, editor.field)).toEqual([]);
  });

  test('of choices', async () => {
    const choices = {
      'Mask format': ['Polygons', 'Mask image'],
      'Mask frame': ['Image', 'Canvas'],
      Speed: ['Fast', 'Turbo'],
    };
    for (const [group, options] of Object.entries(choices)) {
      const radios = editor.page.getByRole('group', { name: group, exact: true }).getByRole('radio');
      expect(await radios.count()).toBe(options.length);
      const find = (name: string) => radios.and(editor.page.getByRole('radio', { name, exact: true }));
      expect(await missing(options, find), group).toEqual([]);
    }
    await expect(editor.page.getByRole('combobox', { name: 'Model', exact: true })).toBeVisible();
  });

  test('of the results panel', async () => {
    await editor.button('Results').click();
    const region = editor.page.getByRole('region', { name: 'Results', exact: true });
    await expect(region).toBeVisible();
    for (const name of ['Download all results', 'Notify when done', 'Close results']) {
      await expect(region.getByRole('button', { name, exact: true })).toBeVisible();
    }
    await expect(region.getByRole('searchbox', { name: 'Search prompts', exact: true })).toBeVisible();
    for (const name of ['State', 'Service']) {
      await expect(region.getByRole('combobox', { name, exact: true })).toBeVisible();
    }
    await editor.button('Close results').click();
    await expect(region).toBeHidden();
  });

  test('of the rest', async () => {
    const { page, prompt, problems, stage } = editor;
    await editor.drawRectangle({ x: 50, y: 50 }, { x: 150, y: 150 });
    const json = page.getByRole('region', { name: 'Request JSON' });
    const canvas = page.getByRole('application', { name: 'Canvas' });
    for (const each of [prompt, problems, json, canvas]) await expect(each).toHaveCount(1);
    await expect(page.getByRole('list', { name: 'Regions', exact: true })).toHaveCount(1);
    const { zoom, originX, originY } = await stage.evaluate((element) => ({
      ...(element as HTMLElement).dataset,
    }));
    expect([zoom, originX, originY].map(Number).every(Number.isFinite)).toBe(true);
  });
});

describe('axe finds nothing wrong', () => {
  async function violations({ page }: EditorPage) {
    await page.addScriptTag({ path: axePath });
    const { violations: found } = await page.evaluate(() => window.axe.run());
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  test('on the start screen, and with an image, a region and a failure', async () => {
    const editor = await visitEditor(browser, { bypassCSP: true, reducedMotion: 'reduce' });
    await expect(editor.page.getByRole('heading', { name: 'Start with a photograph' })).toBeVisible();
    expect(await violations(editor)).toEqual([]);

    await editor.openSample('rocket.jpg', { width: 800, height: 600 }, { x: 80, y: 80 });
    await editor.drawRectangle({ x: 200, y: 200 }, { x: 300, y: 300 });
    await editor.ask('a comet [sandbox:insufficient_quota]');
    await editor.button('Generate').click();
    await expect(editor.failure).toBeVisible();
    expect(await violations(editor)).toEqual([]);
    await editor.page.context().close();
  });
});

test('a whole job leaves the console empty: no errors, and nothing that the page’s security policy forbids', async () => {
  const complaints: string[] = [];
  const editor = await visitEditor(browser, {}, (context) => {
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.text()} ${message.location().url}`);
    });
  });
  await editor.openSample('chelsea.png', { width: 640, height: 480 }, { x: 90, y: 90 });
  await editor.drawPolygon([
    { x: 150, y: 150 },
    { x: 250, y: 160 },
    { x: 200, y: 240 },
  ]);
  await editor.choose('Mask format', 'Mask image');
  await editor.ask('a crown [sandbox:results=1]');
  await editor.press('m');
  await editor.button('Generate').click();
  await expect(editor.results).toHaveCount(1);
  await editor.download('Download mask');
  await editor.downloadOf(editor.results.first());
  await editor.page.reload();
  await expect(editor.regions).toHaveCount(1);
  expect(complaints).toEqual([]);
  await editor.page.context().close();
});
