import type { Browser, CDPSession, Locator } from 'playwright';
import { beforeAll, describe, test } from 'vitest';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';

/** Keys as keyboards of the world report them, which Playwright's own know nothing of. */
let browser: Browser;
let editor: EditorPage;
let session: CDPSession;

beforeAll(async () => {
  browser = await openBrowser();
  ({ editor, session } = await openCoffee());
  return () => closeContexts(browser);
});

async function openCoffee(userAgent?: string) {
  const opened = await visitEditor(browser, userAgent === undefined ? {} : { userAgent });
  await opened.openSample('coffee.png', { width: 600, height: 400 }, { x: 0, y: 0 });
  return { editor: opened, session: await opened.page.context().newCDPSession(opened.page) };
}

type Held = 'Alt' | 'Control' | 'Meta' | 'Shift';
/** https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchKeyEvent */
const modifierBits: Record<Held, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

type Key = { key: string; code: string; held?: readonly Held[]; keyCode?: number };

async function strike({ key, code, held = [], keyCode }: Key, by = session) {
  const modifiers = held.reduce((bits, each) => bits | modifierBits[each], 0);
  const event = { key, code, modifiers, ...(keyCode !== undefined && { windowsVirtualKeyCode: keyCode }) };
  await by.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await by.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

const pickedTool = () => editor.toolbar.locator('[aria-pressed="true"]').getAttribute('aria-label');
const zoom = async (of = editor) => Number(await of.stage.getAttribute('data-zoom'));

describe('letters of other scripts', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['Russian', 'и', 'KeyB', 'Brush'],
    ['Ukrainian', 'м', 'KeyV', 'Move image'],
    ['Greek', 'ε', 'KeyE', 'Eraser'],
    ['Hebrew', "'", 'KeyW', 'Magic wand'],
    ['Hebrew', 'פ', 'KeyP', 'Polygon'],
    ['Arabic', 'ش', 'KeyA', 'Select'],
    ['Korean', 'ㅁ', 'KeyA', 'Select'],
    ['Thai', 'ิ', 'KeyB', 'Brush'],
    ['French', 'a', 'KeyQ', 'Select'],
    ['German', 'p', 'KeyP', 'Polygon'],
    ['Dvorak', 'l', 'KeyP', 'Lasso'],
  ];

  test('pick the tool of their place on the keyboard, and Latin ones that of what they type', async () => {
    await editor.stage.focus();
    const found = [];
    for (const [keyboard, key, code] of rows) {
      await strike({ key, code });
      found.push([keyboard, key, code, await pickedTool()]);
    }
    expect(found).toEqual(rows);
  });

  test('undo and redo', async () => {
    await editor.drawRectangle({ x: 100, y: 100 }, { x: 200, y: 200 });
    const counts = [await editor.regions.count()];
    for (const [key, held] of [
      ['я', ['Control']],
      ['Я', ['Control', 'Shift']],
      ['я', ['Control']],
    ] as const) {
      await strike({ key, code: 'KeyZ', held });
      counts.push(await editor.regions.count());
    }
    expect(counts).toEqual([1, 0, 1, 0]);
  });
});

describe('symbols, wherever a layout has them', () => {
  const rows: readonly (readonly [string, Key, 'in' | 'out' | '100 %'])[] = [
    ['French', { key: '-', code: 'Digit6' }, 'out'],
    ['French', { key: '&', code: 'Digit1' }, '100 %'],
    ['Czech', { key: '+', code: 'Digit1' }, 'in'],
    ['Swiss', { key: '+', code: 'Digit1', held: ['Shift'] }, 'in'],
    ['German', { key: '=', code: 'Digit0', held: ['Shift'] }, 'in'],
    ['Swedish', { key: '-', code: 'Slash' }, 'out'],
    ['Thai', { key: 'ข', code: 'Minus' }, 'out'],
  ];

  test('zoom', async () => {
    const found = [];
    for (const [keyboard, key] of rows) {
      // 80 %, from which each way leads elsewhere.
      await editor.press('1');
      await editor.press('-');
      const before = await zoom();
      await strike(key);
      const after = await zoom();
      found.push([keyboard, key, after === 1 && key.key === '&' ? '100 %' : after > before ? 'in' : 'out']);
    }
    expect(found).toEqual(rows);
  });

  test('a bracket that a Mac types with Option sets the brush size', async () => {
    const mac = await openCoffee(
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/150.0 Safari/537.36',
    );
    await mac.editor.pickTool('Brush');
    await mac.editor.stage.focus();
    const size = mac.editor.page.getByRole('slider', { name: 'Brush size' });
    const before = Number(await size.inputValue());
    await strike({ key: ']', code: 'Digit6', held: ['Alt'] }, mac.session);
    const larger = Number(await size.inputValue());
    await strike({ key: '[', code: 'Digit5', held: ['Alt'] }, mac.session);
    expect([larger > before, Number(await size.inputValue())]).toEqual([true, before]);
    await mac.editor.page.context().close();
  });
});

describe('while a word is composed, keys choose characters', () => {
  const composed = 'にほん';

  /** Types a composition into the field, and strikes a key in the middle of it. */
  async function composeAndStrike(field: Locator, key: string, held: readonly Held[] = []) {
    await field.focus();
    await session.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    });
    // As Windows and Safari tell of it, and as the others do.
    await strike({ key: 'Process', code: key, held, keyCode: 229 });
    await strike({ key, code: key, held });
  }

  async function endComposition() {
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  }

  test('Ctrl+Enter in the prompt sends nothing', async () => {
    await editor.drawRectangle({ x: 100, y: 100 }, { x: 200, y: 200 });
    await editor.prompt.fill('a cat ');
    const creates: string[] = [];
    editor.page.on('request', (request) => creates.push(request.url()));
    await composeAndStrike(editor.prompt, 'Enter', ['Control']);
    await endComposition();
    await expect(editor.progress).toHaveCount(0);
    expect(creates.filter((url) => url.includes('/api/generations'))).toEqual([]);
  });

  test('Enter and Escape do not end a rename, a number, or an operation', async () => {
    const { page } = editor;
    const found: Record<string, boolean> = {};
    await editor.regions.first().getByRole('button').first().dblclick();
    const name = page.getByRole('textbox', { name: /name/i });
    for (const key of ['Enter', 'Escape']) {
      await composeAndStrike(name, key);
      found[`rename, ${key}`] = await name.isVisible();
    }
    await endComposition();
    await name.press('Enter');
    const width = editor.field('Canvas width');
    for (const key of ['Enter', 'Escape']) {
      await composeAndStrike(width, key);
      found[`number, ${key}`] = (await width.inputValue()).includes(composed);
    }
    await endComposition();
    await width.press('Escape');
    await editor.button('Grow').click();
    for (const key of ['Enter', 'Escape']) {
      await composeAndStrike(editor.field('Amount'), key);
      found[`operation, ${key}`] = await editor.field('Amount').isVisible();
    }
    await endComposition();
    await editor.field('Amount').press('Escape');
    expect(found).toEqual({
      'rename, Enter': true,
      'rename, Escape': true,
      'number, Enter': true,
      'number, Escape': true,
      'operation, Enter': true,
      'operation, Escape': true,
    });
  });
});

describe('what the browser would do', () => {
  test('Ctrl+O opens an image and Ctrl+S saves the mask, also while typing', async () => {
    const chosen = [];
    for (const from of [editor.stage, editor.prompt]) {
      const choosing = editor.page.waitForEvent('filechooser');
      await from.press('Control+o');
      await (await choosing).setFiles([]);
      const saving = editor.page.waitForEvent('download');
      await from.press('Control+s');
      chosen.push((await saving).suggestedFilename());
    }
    expect(chosen).toEqual(['coffee-mask.png', 'coffee-mask.png']);
  });

  test('Alt over the stage does not open its menu', async () => {
    const point = await editor.onScreen({ x: 50, y: 50 });
    await editor.page.mouse.move(point.x, point.y);
    await editor.page.evaluate(() => {
      for (const type of ['keydown', 'keyup']) {
        window.addEventListener(type, ({ defaultPrevented }) => {
          document.body.dataset.seen = `${document.body.dataset.seen ?? ''} ${type} ${defaultPrevented}`;
        });
      }
    });
    for (let times = 0; times < 2; times += 1) await strike({ key: 'Alt', code: 'AltLeft' });
    const seen = await editor.page.evaluate(() => document.body.dataset.seen);
    expect(seen).toBe(' keydown true keyup true keydown true keyup true');
  });
});

describe('over a result', () => {
  test('keys act on what is seen', async () => {
    await editor.ask('a cat [sandbox:results=2]');
    await editor.button('Generate').click();
    await expect(editor.results).toHaveCount(2);
    const shown = () => editor.page.locator('[data-shown="true"] button').first().getAttribute('aria-label');
    await soon(shown).toMatch(/^Result 1 of 2/);
    const before = await editor.request();
    const seen = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Enter', 'Backspace']) {
      await editor.press(key);
      seen.push((await shown())?.slice(0, 8));
    }
    expect(seen).toEqual(['Result 2', 'Result 2', 'Result 1', 'Result 1', 'Result 1']);
    const question = editor.page.getByRole('dialog', { name: /Delete/ });
    await question.getByRole('button', { name: 'Keep' }).click();
    const saving = editor.page.waitForEvent('download');
    await editor.press('Control+s');
    expect((await saving).suggestedFilename()).toBe('coffee-1.png');
    expect(await editor.request()).toEqual(before);
    await editor.press('Delete');
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await expect(editor.results).toHaveCount(0);
    expect(await editor.request()).toEqual(before);
  });
});
