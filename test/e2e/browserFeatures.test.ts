import type { Browser, BrowserContext } from 'playwright';
import { beforeAll, expect as expectNow, test } from 'vitest';
import { optionalFeatures } from '../../src/ui/browserFeatures.ts';
import {
  closeContexts,
  type EditorPage,
  expect,
  openBrowser,
  samplePath,
  visitEditor,
} from './editorPage.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  return () => closeContexts(browser);
});

/** Takes them away from the page, and from the workers, where they are if they have them. */
function without(context: BrowserContext, paths: readonly string[]): Promise<unknown> {
  const removal = paths.map((path) => {
    const [name = '', ...owner] = path.split('.').toReversed();
    const from = ['globalThis', ...owner.toReversed()].join('?.');
    return `if (${from}) delete ${from.replaceAll('?.', '.')}.${name};`;
  });
  const inPage = context.addInitScript(removal.join('\n'));
  const inWorkers = context.route(/Worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${removal.join('\n')}\n${await response.text()}` });
  });
  // Asked for at once: the page comes right after.
  return Promise.all([inPage, inWorkers]);
}

/** A photograph, a stroke through it, the request on the clipboard, the mask as a file, and the way back. */
async function smallJob(editor: EditorPage) {
  await editor.openFile(samplePath('coffee.png'));
  await editor.press('b');
  await editor.drawThrough([
    { x: 100, y: 100 },
    { x: 200, y: 160 },
    { x: 300, y: 100 },
  ]);
  await expect(editor.regions).toHaveCount(1);
  await editor.button('Copy JSON').click();
  await expect(editor.page.getByText('Copied', { exact: true })).toBeVisible();
  await editor.download('Download mask');
  await editor.button('Undo').click();
  await expect(editor.regions).toHaveCount(0);
}

const names = Object.keys(optionalFeatures);
/** Each by itself only where much is tried: what all lack together is what each lacks, in one visit instead of fifteen. */
const inTurn = process.env.FUZZ_RUNS ? names.map((name) => [name]) : [];
const rows: readonly (readonly string[])[] = [names, ...inTurn];

test.for(rows.map((paths) => [paths.length > 1 ? 'any of them' : paths.join(), paths] as const))(
  'a small job is done without %s',
  async ([, paths]) => {
    const errors: string[] = [];
    let taken: Promise<unknown> = Promise.resolve();
    const editor = await visitEditor(browser, { viewport: { width: 1000, height: 640 } }, (context) => {
      context.on('weberror', (error) => errors.push(String(error.error())));
      taken = without(context, paths);
    });
    await taken;
    await smallJob(editor);
    expectNow(errors).toEqual([]);
    await editor.page.context().close();
  },
);

test('a browser that lacks what is needed says what that is', async () => {
  const editor = await visitEditor(browser, {}, (context) => void without(context, ['OffscreenCanvas']));
  await expect(editor.page.getByRole('alert')).toContainText('It lacks OffscreenCanvas. Update it');
  await editor.page.context().close();
});
