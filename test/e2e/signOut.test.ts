import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect as expectNow, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../bench/serverProcess.ts';
import {
  closeContexts,
  desktop,
  editorPage,
  expect,
  openBrowser,
  samplePath,
  visitEditor,
} from './editorPage.ts';

const token = 'the-token-of-this-test';
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  const script = resolve(import.meta.dirname, '../../dist/server/server.js');
  server = await startServerProcess([script], { PORT: '0', ACCESS_TOKEN: token });
});

afterAll(async () => {
  await closeContexts(browser);
  await server.stop();
});

async function signIn(page: Page) {
  await page.getByLabel(/token/i).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('signing out ends the session, and the work of the last moment is there after the next sign-in', async () => {
  const context = await browser.newContext({ ...desktop, viewport: { width: 1024, height: 700 } });
  const page = await context.newPage();
  await page.goto(server.url);
  await signIn(page);
  const editor = editorPage(page);
  await editor.openFile(samplePath('coffee.png'));
  await editor.prompt.fill('half a thought');

  await editor.button('Sign out').click();

  await expect(page).toHaveURL(`${server.url}/sign-in`);
  expectNow((await context.request.get(`${server.url}/api/config`)).status()).toBe(401);
  await signIn(page);
  await expect(editor.prompt).toHaveValue('half a thought');
  await expect(page.getByText('coffee.png')).toBeVisible();
  await context.close();
});

test('signing out everywhere ends the sessions of other browsers, too', async () => {
  const contexts = await Promise.all([browser.newContext(desktop), browser.newContext(desktop)]);
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  for (const page of pages) {
    await page.goto(server.url);
    await signIn(page);
    await expect(editorPage(page).button('Open image')).toBeVisible();
  }
  const [page] = pages;
  if (page === undefined) throw new Error('There are two pages.');

  await editorPage(page).button('Sign out everywhere').click();

  await expect(page).toHaveURL(`${server.url}/sign-in`);
  for (const context of contexts) {
    expectNow((await context.request.get(`${server.url}/api/config`)).status()).toBe(401);
    await context.close();
  }
});

test('where nobody has to sign in there is no way out either', async () => {
  const editor = await visitEditor(browser);
  await expect(editor.button('Open image')).toBeVisible();
  await expect(editor.button('Sign out')).toHaveCount(0);
  await expect(editor.button('Sign out everywhere')).toHaveCount(0);
  await editor.page.context().close();
});
