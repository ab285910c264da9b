import type { Browser } from 'playwright';
import { beforeAll, describe, test } from 'vitest';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  return () => closeContexts(browser);
});

const noNumber = 'Type a whole number.';
const twoNumbers = 'This can be read as two numbers. Type it without points and commas.';

/** What is typed into a width of 1000, and what becomes of it: another width, or a sentence beside it. */
type Row = readonly [typed: string, width: number | string];

const english: readonly Row[] = [
  ['1 024', 1024],
  ['1’024', 1024],
  ['1\u202f024 px', 1024],
  ['1.024.000', 4096],
  ['１０２４', 1024],
  ['١٠٢٤', 1024],
  ['१०२४', 1024],
  ['910*1.5', 1365],
  ['910×1,5', 1365],
  ['(1000 + 24) / 2', 512],
  ['50%', 500],
  ['0x400', noNumber],
  ['1e3', noNumber],
  ['wide', noNumber],
  ['1,024', 1024],
  ['1.024', twoNumbers],
  ['100.6', 101],
];

const german: readonly Row[] = [
  ['1.024', 1024],
  ['1,024', twoNumbers],
  ['100,6', 101],
];

const french: readonly Row[] = [
  ['1\u202f024', 1024],
  ['1.024', twoNumbers],
  ['1,024', twoNumbers],
];

test.each([
  ['en-US', english],
  ['de-DE', german],
  ['fr-FR', french],
])('in a browser that speaks %s numbers are read as they are written there', async (locale, rows) => {
  const editor = await visitEditor(browser, { locale });
  const width = editor.field('Canvas width');
  const found = [];
  for (const [typed] of rows) {
    await editor.setField('Canvas width', 1000);
    await editor.page.keyboard.insertText(typed);
    await editor.page.keyboard.press('Enter');
    const { value, note } = await width.evaluate((input: HTMLInputElement) => ({
      value: input.value,
      note: document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
    }));
    found.push([typed, value === typed ? note : Number(value)]);
  }
  expect(found).toEqual(rows);
  await editor.page.context().close();
});

describe('a number field', () => {
  let editor: EditorPage;

  beforeAll(async () => {
    editor = await visitEditor(browser);
    await editor.openSample('coffee.png', { width: 600, height: 400 }, { x: 0, y: 0 });
  });

  const canvas = async () => (await editor.request()).model_params.canvas;

  test('keeps the focus on Enter, and undo is the document’s then', async () => {
    await editor.setField('Canvas width', 700);
    await editor.page.keyboard.type('800');
    await editor.page.keyboard.press('Enter');
    await soon(canvas).toEqual({ width: 800, height: 400 });
    await editor.page.keyboard.press('Control+z');
    await editor.page.keyboard.press('Control+z');
    await soon(canvas).toEqual({ width: 600, height: 400 });
    await expect(editor.field('Canvas width')).toBeFocused();
  });

  test('steps by arrows, with Shift by 10', async () => {
    await editor.field('Canvas width').focus();
    for (const keys of ['ArrowUp', 'Shift+ArrowUp', 'ArrowDown']) await editor.page.keyboard.press(keys);
    await soon(canvas).toEqual({ width: 610, height: 400 });
    for (let step = 0; step < 3; step++) await editor.page.keyboard.press('Control+z');
  });

  test('is dragged by its mark in one undo step, which Escape gives up', async () => {
    const box = await editor.field('Canvas width').boundingBox();
    const mark = { x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 12 };
    const { mouse, keyboard } = editor.page;
    const drag = async () => {
      await mouse.move(mark.x, mark.y);
      await mouse.down();
      await mouse.move(mark.x - 20, mark.y, { steps: 2 });
      await mouse.move(mark.x - 40, mark.y, { steps: 2 });
    };

    await drag();
    await expect(editor.field('Canvas width')).toHaveValue('560');
    await keyboard.press('Escape');
    await mouse.up();
    await expect(editor.field('Canvas width')).toHaveValue('600');

    await drag();
    await mouse.up();
    await soon(canvas).toEqual({ width: 560, height: 400 });
    await editor.press('Control+z');
    await soon(canvas).toEqual({ width: 600, height: 400 });
  });

  test('opens Extend while one types', async () => {
    await editor.field('Extend left').click();
    await expect(editor.button('Extend')).toHaveAttribute('aria-disabled', 'true');
    await editor.page.keyboard.type('25*2');
    await expect(editor.button('Extend')).toHaveAttribute('aria-disabled', 'false');
    await editor.page.keyboard.press('Enter');
    await soon(canvas).toEqual({ width: 650, height: 400 });
    await editor.press('Control+z');
    await soon(canvas).toEqual({ width: 600, height: 400 });
  });
});
