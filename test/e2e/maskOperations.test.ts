import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { decode } from 'fast-png';
import type { Browser, Locator } from 'playwright';
import { beforeAll, beforeEach, describe, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import {
  closeContexts,
  type EditorPage,
  editorPage,
  expect,
  openBrowser,
  samplePath,
  soon,
  visitEditor,
} from './editorPage.ts';
import { countDifferent, countMasked, pixelsOfAreas } from './maskPixels.ts';
import { pointers } from './pointers.ts';

/** coffee.png, in the middle of a canvas of 800 × 600 px. */
const size = { width: 600, height: 400 };

let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await editor.openSample('coffee.png', { width: 800, height: 600 }, { x: 100, y: 100 });
  return () => closeContexts(browser);
});

/** A point of the photograph, in canvas px. */
const at = (x: number, y: number): Point => ({ x: x + 100, y: y + 100 });
const pixels = async () => pixelsOfAreas(await editor.areas(), size);
const maskedCount = async () => countMasked(await pixels());
const undo = () => editor.press('Control+z');
const menuItem = (name: string) => editor.page.getByRole('menuitem', { name });

async function clear() {
  await editor.press('Escape');
  if ((await editor.regions.count()) > 0) await editor.button('Clear mask').click();
  await soon(editor.areas).toEqual([]);
}

/** Of two squares, what is sent: their outline. */
const twoSquares = {
  regions: 2,
  areas: [[100, 100, 100, 200, 150, 200, 150, 250, 250, 250, 250, 150, 200, 150, 200, 100]],
};
const drawn = async () => ({ regions: await editor.regions.count(), areas: await editor.areas() });

/** Two squares of 100 px that overlap in a square of 50 px, and nothing selected: drawn where the last test did not leave them. */
async function drawTwoSquares() {
  await editor.press('Escape');
  if (!isDeepStrictEqual(await drawn(), twoSquares)) {
    await clear();
    await editor.drawRectangle(at(100, 100), at(200, 200));
    await editor.drawRectangle(at(150, 150), at(250, 250));
    await soon(drawn).toEqual(twoSquares);
  }
  await editor.press('a');
  await editor.press('Escape');
}

describe('an operation', () => {
  beforeEach(drawTwoSquares);

  test.each([
    ['Union', 17_500, 1],
    ['Subtract selection', 7500, 1],
    ['Invert mask', size.width * size.height - 17_500, 1],
  ])('%s leaves %i px in %i region, and is one step back', async (name, count, regions) => {
    await editor.button(name).click();
    await soon(maskedCount).toBe(count);
    await expect(editor.regions).toHaveCount(regions);
    await undo();
    await expect(editor.regions).toHaveCount(2);
    await soon(maskedCount).toBe(17_500);
  });

  test('fills holes and splits into parts', async () => {
    await editor.button('Invert mask').click();
    await soon(maskedCount).toBe(size.width * size.height - 17_500);
    await editor.button('Fill holes').click();
    await soon(maskedCount).toBe(size.width * size.height);
    await undo();
    await undo();
    await editor.drawRectangle(at(400, 100), at(450, 150));
    await editor.press('Control+a');
    await editor.button('Union').click();
    await expect(editor.regions).toHaveCount(1);
    await editor.button('Split').click();
    await expect(editor.regions).toHaveCount(2);
    await soon(maskedCount).toBe(20_000);
  });

  test('that takes an amount is seen on the stage before it is applied, and not sent', async () => {
    const before = await editor.json.textContent();
    const shown = await colourAt(at(95, 150));
    await editor.button('Grow').click();
    await editor.setAmount(20);
    await soon(() => colourAt(at(95, 150))).not.toEqual(shown);
    expect(await editor.json.textContent()).toBe(before);
    await editor.page.keyboard.press('Escape');
    await soon(() => colourAt(at(95, 150))).toEqual(shown);
    expect(await editor.json.textContent()).toBe(before);
    await editor.button('Grow').click();
    await editor.setAmount(20);
    await editor.button('Apply').click();
    await soon(maskedCount).toBeGreaterThan(25_000);
    await undo();
    await soon(() => editor.json.textContent()).toBe(before);
  });

  test.each([
    ['Shrink', 10, 2 * 80 * 80 - 30 * 30],
    ['Border', 10, 17_500 + size.width * size.height - 580 * 380],
  ])('%s by %i px leaves %i px', async (name, amount, count) => {
    await editor.button(name).click();
    await editor.setAmount(amount);
    await editor.button('Apply').click();
    await soon(maskedCount).toBe(count);
    await undo();
    await soon(drawn).toEqual(twoSquares);
  });

  test('Smooth rounds corners, and Simplify drops vertices', async () => {
    await editor.button('Smooth').click();
    await editor.setAmount(20);
    await editor.button('Apply').click();
    const vertexCount = async () => (await editor.areas()).flat().length / 2;
    await soon(vertexCount).toBeGreaterThan(16);
    const smooth = await vertexCount();
    await editor.button('Simplify').click();
    await expect(editor.page.getByText(/→ \d+ vertices, moved by up to/)).toBeVisible();
    await editor.button('Apply').click();
    await soon(vertexCount).toBeLessThan(smooth);
    await undo();
    await undo();
    await soon(drawn).toEqual(twoSquares);
  });
});

/** The colour that the page shows at a point (canvas px). */
async function colourAt(point: Point): Promise<readonly number[]> {
  const { x, y } = await editor.onScreen(point);
  await editor.page.mouse.move(5, 5);
  const clip = { x: Math.round(x), y: Math.round(y), width: 1, height: 1 };
  return [...decode(await editor.page.screenshot({ clip })).data].map(Number);
}

describe('a mask as a file', () => {
  /** One region with a hole, one with an odd outline, one that overhangs the image's edge. */
  beforeEach(async () => {
    await clear();
    await editor.press('o');
    await editor.drag(at(50, 50), at(250, 200));
    await editor.drag(at(100, 90), at(180, 150), ['Alt']);
    await editor.drawPolygon([at(300, 100), at(420, 130), at(380, 260), at(330, 180)]);
    await editor.drawRectangle(at(500, 300), at(680, 380));
    await soon(editor.areas).toHaveLength(3);
  });

  async function exported(name: string): Promise<string> {
    await editor.button('Export mask').click();
    const path = await editor.download(name);
    await editor.button('Close').click();
    return path;
  }

  /** The first channel of a picture, as the browser draws it. */
  async function drawnBy(svg: string): Promise<Uint8Array> {
    const values = await editor.page.evaluate(
      async ({ text, width, height }) => {
        const image = new Image();
        image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
        await image.decode();
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(image, 0, 0);
        const data = context?.getImageData(0, 0, width, height).data ?? [];
        // A text crosses from the page to here as it is, an array value by value.
        return [...data].map((value, index) => (index % 4 > 0 ? '' : value > 127 ? '1' : '0')).join('');
      },
      { text: svg, ...size },
    );
    return Uint8Array.from(values, (value) => (value === '1' ? 255 : 0));
  }

  test('covers the same pixels as PNG, as SVG and as areas', async () => {
    const sent = await pixels();
    const areas = JSON.parse(await readFile(await exported('Download areas JSON'), 'utf8'));
    const listed = pixelsOfAreas(
      areas.map(({ points }: { points: number[] }) => points),
      size,
    );
    const png = decode(await readFile(await exported('Download PNG')));
    const white = Uint8Array.from({ length: size.width * size.height }, (_, index) =>
      Number(png.data[index * png.channels]),
    );
    const svg = await drawnBy(await readFile(await exported('Download SVG'), 'utf8'));
    expect(countMasked(sent)).toBeGreaterThan(30_000);
    expect({ ...size, different: [countDifferent(sent, listed), countDifferent(sent, white)] }).toEqual({
      width: png.width,
      height: png.height,
      different: [0, 0],
    });
    // Browsers differ by a pixel here and there on a slanted edge.
    expect(countDifferent(sent, svg)).toBeLessThan(20);
  });

  test('comes back as it went, from a picture that is chosen and from areas that are dropped', async () => {
    const sent = await pixels();
    const picture = await exported('Download PNG');
    const areas = await readFile(await exported('Download areas JSON'), 'utf8');
    await clear();
    await editor.button('Import mask').click();
    await editor.page.getByLabel('Mask file').setInputFiles(picture);
    await expect(editor.page.getByText(/^Adds 3 regions with/)).toBeVisible();
    await expect(editor.regions).toHaveCount(0);
    await editor.button('Import').click();
    await expect(editor.regions).toHaveCount(3);
    const shareLost = async () => countDifferent(sent, await pixels()) / countMasked(sent);
    await soon(shareLost).toBeLessThan(0.01);
    await clear();
    await dropFile(editor.stage, areas, 'areas.json', 'application/json');
    await expect(editor.regions).toHaveCount(3);
    await soon(shareLost).toBe(0);
  });

  test('is made of any picture, by a channel and a threshold, and of one that is dropped', async () => {
    await clear();
    const bytes = await readFile(samplePath('rocket.jpg'));
    await editor.button('Import mask').click();
    const dialog = editor.page.getByRole('dialog', { name: 'Import mask' });
    await dropFile(dialog, bytes.toString('base64'), 'rocket.jpg', 'image/jpeg');
    const note = dialog.getByRole('status');
    await expect(note).toHaveText(/^Adds \d+ regions?/);
    const first = await note.textContent();
    await dialog.getByRole('slider', { name: 'Threshold' }).fill('60');
    await expect(note).not.toHaveText(first ?? '');
    await editor.button('Import').click();
    await expect(dialog).toHaveCount(0);
    await soon(maskedCount).toBeGreaterThan(1000);
    await undo();
    await expect(editor.regions).toHaveCount(0);
  });
});

/** As if it was dragged there from a folder; `content` is text, or base64 of an image. */
async function dropFile(target: Locator, content: string, name: string, type: string) {
  await target.evaluate(
    (element, file) => {
      const isImage = file.type.startsWith('image/');
      const body = isImage ? Uint8Array.from(atob(file.content), (each) => each.charCodeAt(0)) : file.content;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([body], file.name, { type: file.type }));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      for (const kind of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, init));
    },
    { content, name, type },
  );
}

describe('the clipboard', () => {
  test('takes regions to another document and back, by the real keys', async () => {
    await drawTwoSquares();
    await editor.click(at(110, 110));
    await editor.press('Control+c');
    const other = await editor.page.context().newPage();
    await other.goto(editor.page.url());
    const elsewhere = editorPage(other);
    await elsewhere.openSample('rocket.jpg', { width: 800, height: 600 }, { x: 50, y: 50 });
    await elsewhere.press('Control+v');
    await expect(elsewhere.regions).toHaveCount(1);
    await soon(elsewhere.areas).toEqual([[100, 100, 100, 200, 200, 200, 200, 100]]);
    await elsewhere.press('Shift+ArrowRight');
    await soon(elsewhere.areas).toEqual([[110, 100, 110, 200, 210, 200, 210, 100]]);
    await elsewhere.press('Control+x');
    await expect(elsewhere.regions).toHaveCount(0);
    await other.close();
    await editor.page.bringToFront();
    await editor.press('Control+v');
    await expect(editor.regions).toHaveCount(3);
    await soon(maskedCount).toBe(17_500 + 10 * 50);
    await editor.press('Control+d');
    await expect(editor.regions).toHaveCount(4);
  });

  test('is at hand in the menu of the right button, with what else can be done there', async () => {
    await drawTwoSquares();
    const openMenu = async (point: Point) => {
      const { x, y } = await editor.onScreen(point);
      await editor.page.mouse.click(x, y, { button: 'right' });
      await expect(editor.page.getByRole('menu', { name: 'Mask' })).toBeVisible();
    };
    await openMenu(at(110, 110));
    await menuItem('Copy').click();
    await openMenu(at(240, 240));
    await menuItem('Delete').click();
    await expect(editor.regions).toHaveCount(1);
    await openMenu(at(110, 110));
    await menuItem('Paste').click();
    await expect(editor.regions).toHaveCount(2);
    await openMenu(at(400, 300));
    await menuItem('Union').click();
    await expect(editor.regions).toHaveCount(1);
    await openMenu(at(110, 110));
    await editor.page.keyboard.press('Escape');
    await expect(editor.page.getByRole('menu')).toHaveCount(0);
  });
});

describe.each([
  ['finger', pointers.touch],
  ['pen', pointers.pen],
] as const)('a %s that rests', (_name, pick) => {
  beforeEach(drawTwoSquares);
  const menu = () => editor.page.getByRole('menu', { name: 'Mask' });

  test('brings up the menu of what it rests on, which stays when it is lifted', async () => {
    const { press, lift } = await pick(editor);
    await press(at(120, 120));
    await expect(menu()).toBeVisible();
    await lift(at(120, 120));
    await menuItem('Delete').click();
    await expect(editor.regions).toHaveCount(1);
    await soon(maskedCount).toBe(10_000);
    await undo();
    await expect(editor.regions).toHaveCount(2);
  });

  test('draws nothing, with a drawing tool either', async () => {
    const { press, lift, draw } = await pick(editor);
    await editor.press('p');
    await press(at(400, 300));
    await expect(menu()).toBeVisible();
    await lift(at(400, 300));
    await menuItem('Select all').click();
    await expect(editor.regions).toHaveCount(2);
    await draw([at(200, 110), at(260, 110), at(260, 140)]);
    await expect(menu()).toHaveCount(0);
  });
});
