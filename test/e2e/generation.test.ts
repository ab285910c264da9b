import type { Browser, Request } from 'playwright';
import { beforeAll, beforeEach, describe, test } from 'vitest';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';

let browser: Browser;
let editor: EditorPage;
/** Requests to create a generation, each of which could cost money. */
let sent: Request[];

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser);
  editor.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/generations')) sent.push(request);
  });
  await editor.openSample('coffee.png', { width: 800, height: 600 }, { x: 100, y: 100 });
  await editor.drawRectangle({ x: 200, y: 200 }, { x: 300, y: 300 });
  await soon(editor.areas).toHaveLength(1);
  return () => closeContexts(browser);
});

beforeEach(() => {
  sent = [];
});

async function generate(prompt: string) {
  await editor.ask(prompt);
  await editor.button('Generate').click();
}

/** Also while it says that it cannot send, when Playwright would wait until it can. */
async function pressGenerate() {
  await editor.button('Generate').click({ force: true });
}

/** What is drawn; the URL of the photograph changes when it is uploaded. */
const drawn = async () => (await editor.request()).model_params;

describe('Generate', () => {
  test('sends nothing while something stops it, and leads there', async () => {
    await editor.prompt.fill('');
    await pressGenerate();
    await expect(editor.prompt).toBeFocused();
    expect(sent).toHaveLength(0);
  });

  test('sends once when it is double-clicked, and exactly what the panel shows', async () => {
    await editor.ask('a cat [sandbox:results=1]');
    await editor.button('Generate').dblclick();
    await expect(editor.results).toHaveCount(1);
    expect(sent).toHaveLength(1);
    await soon(editor.request).toEqual(sent[0]?.postDataJSON());
  });

  test('shows a result on the frame until Escape', async () => {
    const back = editor.button('Back to layout');
    await expect(back).toBeVisible();
    await editor.press('Escape');
    await expect(back).toBeHidden();
  });
});

describe('a failure in the sandbox says that nothing is charged there, and leaves the document:', () => {
  test.each(['content_policy_violation', 'unknown_code', 'insufficient_quota', 'rate_limit_exceeded'])(
    '%s',
    async (code) => {
      const before = await drawn();
      await generate(`a cat [sandbox:${code}]`);
      await expect(editor.failure).toContainText(code);
      await expect(editor.failure).toContainText('Nothing is charged in the sandbox.');
      await expect(editor.failure).toContainText('Your document is unchanged.');
      expect(await drawn()).toEqual(before);
      expect(sent).toHaveLength(1);
    },
  );

  test('and Generate works again', async () => {
    await generate('a dog [sandbox:results=1]');
    await expect(editor.results).toHaveCount(2);
    await expect(editor.failure).toBeHidden();
    expect(sent).toHaveLength(1);
  });
});

describe('the server gone', () => {
  test('as the request is sent: what came of it is asked for until the server tells, by the same id', async () => {
    await editor.page.route('**/api/generations', (route) => route.abort('connectionreset'));
    await generate('a bird [sandbox:results=1]');
    await soon(() => sent.length).toBeGreaterThan(1);
    await editor.page.unroute('**/api/generations');
    await expect(editor.results).toHaveCount(3);
    expect(new Set(sent.map((request) => request.headers()['x-generation-id'])).size).toBe(1);
  });

  test('before the photograph is uploaded: nothing was charged, and no request was sent', async () => {
    await editor.page.route('**/api/files?*', (route) => route.abort('connectionrefused'));
    await editor.choose('Mask format', 'Mask image');
    await generate('a fish [sandbox:results=1]');
    await expect(editor.failure).toContainText('Nothing is charged in the sandbox.');
    expect(sent).toHaveLength(0);
    await editor.page.unroute('**/api/files?*');
  });

  test('while the task runs: the result still comes', async () => {
    let failures = 1;
    await editor.page.route('**/api/tasks/**', async (route) => {
      if (failures === 0) return route.continue();
      failures -= 1;
      await route.abort('connectionrefused');
    });
    await generate('a fish [sandbox:results=1]');
    await expect(editor.results).toHaveCount(4);
    expect([sent.length, failures]).toEqual([1, 0]);
  });
});

test('a reload keeps the document and the settings', async () => {
  await editor.press('Escape');
  await editor.ask('a long evening');
  await editor.page.getByRole('combobox', { name: 'Model' }).selectOption('mj-v8.1-upload-paint');
  await editor.choose('Mask frame', 'Canvas');
  await editor.choose('Mask format', 'Polygons');
  await editor.drawPolygon([
    { x: 400, y: 200 },
    { x: 480, y: 220 },
    { x: 430, y: 300 },
  ]);
  await soon(editor.areas).toHaveLength(2);
  const { image_urls: _, ...before } = await editor.request();
  await editor.page.reload();
  await expect(editor.regions).toHaveCount(2);
  await expect(editor.json).not.toBeEmpty();
  await soon(editor.request).toMatchObject(before);
  await expect(editor.prompt).toHaveValue('a long evening');
  await expect(editor.button('Undo')).toBeDisabled();
});
