import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { beforeAll, describe, test } from 'vitest';
import {
  closeContexts,
  type EditorPage,
  expect,
  openBrowser,
  samplePath,
  soon,
  visitEditor,
} from './editorPage.ts';

let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser);
  await editor.openSample('coffee.png', { width: 800, height: 600 }, { x: 100, y: 100 });
  await editor.drawRectangle({ x: 200, y: 200 }, { x: 300, y: 300 });
  await soon(editor.areas).toHaveLength(1);
  return () => closeContexts(browser);
});

function file(name: string, content: string | Buffer, mimeType = '') {
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** The head of a PNG that claims to be 30,000 × 10,000 px. */
function hugePng(): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const header = Buffer.alloc(17);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(10_000, 4);
  header.set([8, 2], 8);
  return Buffer.concat([head, header]);
}

const heicHead = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

const refused: readonly (readonly [string, ReturnType<typeof file>, string])[] = [
  ['an empty file', file('empty.png', ''), 'The file is empty. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.'],
  [
    'text that calls itself a PNG',
    file('notes.png', 'Dear diary, …', 'image/png'),
    'This is a text file. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.',
  ],
  [
    'an SVG',
    file(
      'drawing.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'image/svg+xml',
    ),
    'This is an SVG drawing. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.',
  ],
  [
    'a PDF',
    file('letter.pdf', '%PDF-1.7\n', 'application/pdf'),
    'This is a PDF. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.',
  ],
  [
    'a HEIC photo',
    file('IMG_1.HEIC', heicHead),
    'This is a HEIC photo, which this browser cannot open. Save it as a JPEG or PNG, and open that.',
  ],
  [
    'an image of too many pixels',
    file('huge.png', hugePng(), 'image/png'),
    'The image has 300 megapixels; at most 250 can be opened.',
  ],
];

/** Opening what `choose` chooses shows `sentence`, and leaves all as it is. */
async function expectRefusal(choose: () => Promise<void>, sentence: string) {
  const before = await editor.request();
  await choose();
  await expect(editor.notice).toHaveText(sentence);
  expect(await editor.request()).toEqual(before);
  await expect(editor.page.getByText('coffee.png', { exact: true })).toBeVisible();
  await editor.notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(editor.notice).toBeEmpty();
}

describe('a file that cannot be opened is refused with one sentence, and the open document stays:', () => {
  test.each(refused)('%s', async (_name, chosen, sentence) => {
    await expectRefusal(() => editor.openFile(chosen), sentence);
  });

  test.each(['chelsea.png', 'rocket.jpg'])('%s cut before its first pixel', async (name) => {
    const whole = await readFile(samplePath(name));
    await expectRefusal(
      () => editor.openFile(file(name, whole.subarray(0, 60))),
      'The image is damaged or incomplete and cannot be opened.',
    );
  });

  test('a file of more than 200 MB', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'upload-paint-'));
    const path = join(folder, 'long.png');
    const handle = await open(path, 'w');
    await handle.truncate(201 * 1024 * 1024);
    await handle.close();
    await expectRefusal(() => editor.openFile(path), 'The file has 201 MB; at most 200 MB can be opened.');
    await rm(folder, { recursive: true });
  });
});

describe('a size out of range snaps back and the field says why:', () => {
  test.each([
    ['Canvas width', '5000', '4096', '64 to 4096 px'],
    ['Canvas width', '3', '64', '64 to 4096 px'],
    ['Canvas height', '-20', '64', '64 to 4096 px'],
    ['Image x', '9000', '799', '-599 to 799 px'],
    ['Image y', '-9000', '-399', '-399 to 599 px'],
  ])('%s of %s', async (name, typed, kept, reason) => {
    const before = await editor.json.textContent();
    const valueBefore = await editor.field(name).inputValue();
    await editor.setField(name, typed);
    await expect(editor.field(name)).toHaveValue(kept);
    await expect(editor.field(name)).toHaveAccessibleDescription(reason);
    if (kept === valueBefore) return;
    await soon(() => editor.json.textContent()).not.toBe(before);
    await editor.press('Control+z');
    await soon(() => editor.json.textContent()).toBe(before);
  });
});

test('a hostile file name is shown as harmless text, and the image opens', async () => {
  const dialogs: string[] = [];
  editor.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const name = '<img src=x onerror=alert(1)>\u202e "; rm -rf ~ #\n.png';
  await editor.openFile(file(name, await readFile(samplePath('chelsea.png')), 'image/png'));
  await soon(async () => (await editor.placement()).width).toBe(451);
  await expect(editor.page.getByText('<img src=x onerror=alert(1)> "; rm -rf ~ #.png')).toBeVisible();
  await expect(editor.page.locator('img[src="x"]')).toHaveCount(0);

  await editor.ask('a hat [sandbox:results=1]');
  await editor.setField('Canvas width', 600);
  const upload = editor.page.waitForRequest('**/api/files?*');
  await editor.button('Generate').click();
  const sentName = new URL((await upload).url()).searchParams.get('name');
  expect(sentName).toBe('img-src-x-onerror-alert-1-rm--rf.png');
  await expect(editor.results).toHaveCount(1);
  expect(dialogs).toEqual([]);
});
