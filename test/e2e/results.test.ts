import { readFile } from 'node:fs/promises';
import type { Browser, Request } from 'playwright';
import sharp from 'sharp';
import { beforeAll, describe, test } from 'vitest';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';
import { readZip } from './readZip.ts';

const canvas = { width: 800, height: 600 };

let browser: Browser;
let editor: EditorPage;
/** Requests to create a generation, each of which could cost money. */
const sent: Request[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser);
  editor.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/generations')) sent.push(request);
  });
  await editor.openSample('coffee.png', canvas, { x: 100, y: 100 });
  await editor.drawRectangle({ x: 200, y: 200 }, { x: 300, y: 300 });
  await soon(editor.areas).toHaveLength(1);
  return () => closeContexts(browser);
});

const underWay = () => editor.page.getByRole('progressbar', { name: /^Progress of the generation/ });
const panel = () => editor.page.getByRole('region', { name: 'Results', exact: true });
const cards = () => panel().getByRole('article');

describe('two generations at once', () => {
  test('both run, and both come in after a reload in the middle, without being sent again', async () => {
    await editor.ask('a cat [sandbox:results=2]');
    await editor.button('Generate').click();
    await editor.ask('a dog [sandbox:results=1]');
    await editor.button('Generate').click();
    await expect(editor.page).toHaveTitle('(2 running) Upload-paint editor');
    await soon(() => sent.length).toBe(2);
    await Promise.all(sent.map((request) => request.response()));
    await expect(underWay()).toHaveCount(2);
    await editor.page.reload();

    await expect(editor.results).toHaveCount(3, { timeout: 40_000 });
    await expect(editor.page).toHaveTitle('Upload-paint editor');
    expect(sent).toHaveLength(2);
  });
});

describe('the panel', () => {
  test('lists them, newest first, beside the stage', async () => {
    await editor.button('Results').click();
    await expect(cards()).toHaveCount(2);
    await expect(cards().nth(0)).toContainText('a dog');
    await expect(cards().nth(1)).toContainText('a cat');
  });

  test('packs them into a zip: images that can be decoded, and the requests as they were sent', async () => {
    const files = readZip(await readFile(await editor.download('Download all results')));
    const ofPhotograph = [...files.keys()].map((name) => name.replace(/^.* coffee( \(2\))?\//, ''));
    expect(ofPhotograph).toEqual([
      'coffee-1.png',
      'request.json',
      'about.txt',
      'coffee-1.png',
      'coffee-2.png',
      'request.json',
      'about.txt',
    ]);
    const having = (end: string) => [...files].filter(([name]) => name.endsWith(end)).map(([, file]) => file);
    const decoded = await Promise.all(
      having('.png').map((file) => sharp(file).raw().toBuffer({ resolveWithObject: true })),
    );
    expect(decoded.map(({ info: { width, height } }) => ({ width, height }))).toEqual([
      canvas,
      canvas,
      canvas,
    ]);
    const requests = having('request.json').map((file) => JSON.parse(file.toString()));
    expect(requests).toEqual(sent.map((request) => request.postDataJSON()).toReversed());
    expect(having('about.txt').map(String)[1]).toMatch(/^a cat/);
  });

  test('reopens a generation as it was sent', async () => {
    await cards().nth(1).getByRole('button', { name: 'Reopen' }).click();
    await expect(editor.prompt).toHaveValue('a cat [sandbox:results=2]');
    await soon(async () => (await editor.request()).model_params).toEqual(
      sent[0]?.postDataJSON().model_params,
    );
  });

  test('makes a result the base of the next step', async () => {
    await cards().nth(1).getByRole('button', { name: 'Use as base: result 2' }).click();
    await expect(editor.page.getByText('coffee-2.png')).toBeVisible();
    await soon(async () => (await editor.request()).model_params).toMatchObject({
      canvas,
      img_pos: { x: 0, y: 0, ...canvas },
      mask: { areas: [] },
    });
  });

  test('deletes a generation for good once that is confirmed', async () => {
    await cards().nth(0).getByRole('button', { name: 'Delete' }).click();
    await editor.button('Delete for good').click();
    await expect(cards()).toHaveCount(1);
    await editor.page.reload();
    await expect(editor.results).toHaveCount(2);
  });
});

test('a part of the page that cannot be loaded leaves the rest standing', async () => {
  await editor.page.route('**/ResultsPanel-*.js', (route) => route.abort());
  await editor.page.reload();
  await editor.button('Results').click();
  await expect(editor.page.getByRole('alert')).toContainText('Reload the page');
  await expect(editor.stage).toBeVisible();
});
