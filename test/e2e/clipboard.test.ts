import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { closeContexts, type EditorPage, openBrowser, samplePath, soon, visitEditor } from './editorPage.ts';

/** What other programs put on the clipboard, pasted by the keys through the browser's own. */
let editor: EditorPage;

beforeAll(async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  editor = await visitEditor(await openBrowser(), { permissions });
  await editor.openFile(samplePath('coffee.png'));
  return async () => closeContexts(await openBrowser());
});

/** As a spreadsheet does: cells as text, as HTML and as a picture; base64 of a PNG. */
async function copyCells(picture: string) {
  await editor.page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const blob = (content: string, type: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob('Sum\t42', 'text/plain'),
        'text/html': blob('<table><tr><td>Sum</td><td>42</td></tr></table>', 'text/html'),
        'image/png': new Blob([bytes], { type: 'image/png' }),
      }),
    ]);
  }, picture);
}

const dialog = () => editor.page.getByRole('dialog', { name: 'Open this picture?' });

test('cells of a spreadsheet are text in a field, and are asked for over the stage', async () => {
  await copyCells((await readFile(samplePath('coffee.png'))).toString('base64'));
  await editor.prompt.press('Control+v');
  expect(await editor.prompt.inputValue()).toBe('Sum\t42');
  const before = await editor.request();
  await editor.press('Control+v');
  await soon(() => dialog().count()).toBe(1);
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  expect(await editor.request()).toEqual(before);
  await editor.press('Control+v');
  await dialog().getByRole('button', { name: 'Open picture' }).click();
  await soon(() => editor.page.getByText('image.png').count()).toBe(1);
});

test('an image that another page embeds opens', async () => {
  const html = `<img src="data:image/png;base64,${(await readFile(samplePath('coffee.png'))).toString('base64')}">`;
  await editor.page.evaluate(async (text) => {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob([text], { type: 'text/html' }) }),
    ]);
  }, html);
  await editor.setField('Canvas width', 900);
  await editor.press('Control+v');
  await soon(async () => (await editor.request()).model_params.canvas.width).toBe(600);
});

test.each([
  ['COCO', { annotations: [{ image_id: 1, segmentation: [[10.4, 10, 10, 60, 60, 60]] }] }],
  [
    'labelme',
    {
      shapes: [
        {
          points: [
            [10.4, 10],
            [10, 60],
            [60, 60],
          ],
          shape_type: 'polygon',
        },
      ],
    },
  ],
])(
  'polygons of %s are pasted as regions, and it is said how many vertices were rounded',
  async (_kind, json) => {
    await editor.openFile(samplePath('coffee.png'));
    await editor.page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(json));
    await editor.press('Control+v');
    await soon(editor.areas).toEqual([[10, 10, 10, 60, 60, 60]]);
    await soon(() => editor.notice.textContent()).toContain('Rounded to whole px: 1 vertex.');
  },
);
