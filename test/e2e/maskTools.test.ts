import type { Browser } from 'playwright';
import { afterEach, beforeAll, describe, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import { closeContexts, type EditorPage, expect, openBrowser, soon, visitEditor } from './editorPage.ts';
import { countMasked, pixelsOfAreas } from './maskPixels.ts';
import { type Pointer, pointers } from './pointers.ts';

/** coffee.png is 600 × 400 px, in the middle of a canvas of 800 × 600 px. */
const size = { width: 600, height: 400 };

let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser, {
    hasTouch: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await editor.openSample('coffee.png', { width: 800, height: 600 }, { x: 100, y: 100 });
  return () => closeContexts(browser);
});

/** Every test starts from an empty mask. */
afterEach(async () => {
  await editor.press('Escape');
  if ((await editor.regions.count()) > 0) await editor.button('Clear mask').click();
  await areas().toEqual([]);
});

/** A point of the photograph, in canvas px. */
const at = (x: number, y: number): Point => ({ x: x + 100, y: y + 100 });
const pixels = async () => pixelsOfAreas(await editor.areas(), size);
const areas = () => soon(editor.areas);
const maskedCount = async () => countMasked(await pixels());
const undo = () => editor.press('Control+z');

/** Waits until the pixels at these image points are masked, and those at the others are not. */
async function expectMasked(masked: readonly [number, number][], unmasked: readonly [number, number][] = []) {
  const wrong = async () => {
    const mask = await pixels();
    const isMasked = ([x, y]: readonly [number, number]) => mask[y * size.width + x] === 255;
    return { missing: masked.filter((each) => !isMasked(each)), tooMany: unmasked.filter(isMasked) };
  };
  await soon(wrong).toEqual({ missing: [], tooMany: [] });
}

async function chooseMode(mode: 'New' | 'Add' | 'Subtract' | 'Intersect') {
  await editor.choose('Mask mode', mode);
}

/** Kinds of pointers that have pressed on the stage so far. */
async function pressedBy(): Promise<Set<string>> {
  return new Set(await editor.page.evaluate(() => (window as Window & { pressedBy?: string[] }).pressedBy));
}

describe.each(Object.entries(pointers))('with a %s', (name, take) => {
  let pointer: Pointer;

  beforeAll(async () => {
    pointer = await take(editor);
    await editor.page.evaluate(() => {
      const pressed: string[] = [];
      Object.assign(window, { pressedBy: pressed });
      window.addEventListener('pointerdown', ({ pointerType }) => pressed.push(pointerType));
    });
  });

  test('brush, lasso, rectangle, ellipse and polygon mark what they are drawn around', async () => {
    await editor.press('b');
    await pointer.draw([at(50, 50), at(100, 50), at(150, 50)]);
    await expectMasked(
      [
        [50, 50],
        [100, 35],
        [165, 50],
      ],
      [
        [100, 75],
        [180, 50],
      ],
    );
    await editor.press('l');
    await pointer.draw([at(250, 30), at(350, 30), at(350, 100), at(250, 100)]);
    await expectMasked(
      [
        [300, 65],
        [260, 90],
      ],
      [
        [240, 65],
        [300, 110],
      ],
    );
    await editor.press('r');
    await pointer.draw([at(400, 30), at(450, 60), at(500, 100)]);
    await expectMasked(
      [
        [401, 31],
        [499, 99],
      ],
      [
        [399, 31],
        [501, 99],
      ],
    );
    await editor.press('o');
    await pointer.draw([at(50, 200), at(80, 220), at(150, 300)]);
    await expectMasked(
      [
        [100, 250],
        [60, 250],
      ],
      [
        [55, 205],
        [145, 295],
      ],
    );
    await editor.press('p');
    for (const point of [at(250, 200), at(350, 210), at(300, 290), at(250, 200)]) await pointer.tap(point);
    await expectMasked(
      [[300, 240]],
      [
        [260, 270],
        [340, 270],
      ],
    );
    await expect(editor.regions).toHaveCount(5);
  });

  test('the wand marks what is alike, and the eraser takes from it', async () => {
    await editor.press('w');
    await pointer.tap(at(300, 30));
    await soon(maskedCount).toBeGreaterThan(1000);
    await expectMasked([[300, 30]]);
    const before = await maskedCount();
    await editor.press('e');
    await pointer.draw([at(280, 30), at(300, 30), at(320, 30)]);
    await expectMasked(
      [],
      [
        [300, 30],
        [285, 30],
      ],
    );
    expect(await maskedCount()).toBeLessThan(before);
  });

  test('regions and vertices are selected and moved', async () => {
    await editor.press('r');
    await pointer.draw([at(100, 100), at(150, 150), at(200, 200)]);
    await editor.press('a');
    await pointer.draw([at(150, 150), at(160, 165), at(180, 190)]);
    await areas().toEqual([[130, 140, 130, 240, 230, 240, 230, 140]]);
    await pointer.draw([at(230, 240), at(240, 255), at(260, 270)]);
    await areas().toEqual([[130, 140, 130, 240, 260, 270, 230, 140]]);
    expect(await pressedBy()).toContain(name);
  });
});

test('a pen that is pressed lightly draws thinner where pressure is used', async () => {
  const pen = await pointers.pen(editor);
  await editor.press('b');
  await editor.button('Pressure').click();
  await pen.draw([at(100, 200), at(200, 200), at(300, 200)], [0.5, 0.25, 0.1]);
  await expectMasked(
    [
      [100, 182],
      [200, 192],
    ],
    [
      [200, 186],
      [300, 190],
    ],
  );
  await editor.button('Pressure').click();
});

describe('a stroke', () => {
  const size = () => editor.field('Brush size in px');

  test('leaves the image and the window, comes back, and is cut at the image’s edge', async () => {
    const { page } = editor;
    await editor.press('b');
    const start = await editor.onScreen(at(300, 200));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, -300, { steps: 4 });
    await page.mouse.move(start.x + 80, -300, { steps: 2 });
    const end = await editor.onScreen(at(380, 200));
    await page.mouse.move(end.x, end.y, { steps: 4 });
    await page.mouse.up();
    await expectMasked(
      [
        [300, 5],
        [380, 5],
        [300, 200],
        [380, 200],
      ],
      [[340, 100]],
    );
    expect((await editor.areas()).flat().filter((value) => value < 0)).toEqual([]);
  });

  test('of the right button erases, also with the brush', async () => {
    await editor.press('b');
    await editor.drag(at(100, 200), at(300, 200));
    await expectMasked([[200, 200]]);
    const [from, to] = [await editor.onScreen(at(200, 150)), await editor.onScreen(at(200, 250))];
    await editor.dragOnScreen(from, to, { button: 'right' });
    await expectMasked(
      [
        [150, 200],
        [250, 200],
      ],
      [
        [200, 200],
        [185, 200],
        [215, 200],
      ],
    );
    await expect(editor.page.getByRole('menu')).toHaveCount(0);
    await expect(editor.regions).toHaveCount(1);
  });

  test('goes straight on from the last one with Shift', async () => {
    await editor.press('b');
    await editor.click(at(100, 100));
    await editor.click(at(400, 300), ['Shift']);
    await editor.click(at(500, 100), ['Shift']);
    await expectMasked(
      [
        [250, 200],
        [450, 200],
      ],
      [[300, 100]],
    );
    await expect(editor.regions).toHaveCount(1);
  });

  test('is as wide as brackets, the wheel with Alt, dragging with Alt and the field say', async () => {
    const { page, stage } = editor;
    await editor.press('b');
    const zoom = await stage.getAttribute('data-zoom');
    await editor.setField('Brush size in px', 40);
    await editor.press(']');
    await expect(size()).toHaveValue('45');
    await editor.press('[');
    await expect(size()).toHaveValue('40');
    const { x, y } = await editor.onScreen(at(300, 200));
    await page.mouse.move(x, y);
    await page.keyboard.down('Alt');
    await page.mouse.wheel(0, -100);
    await expect(size()).toHaveValue('45');
    await page.mouse.wheel(0, 100);
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Alt');
    await expect(size()).toHaveValue('35');
    await editor.drag(at(300, 200), at(330, 200), ['Alt']);
    await expect(size()).toHaveValue('95');
    await expect(editor.regions).toHaveCount(0);
    expect(await stage.getAttribute('data-zoom')).toBe(zoom);
    await editor.click(at(300, 200));
    await expectMasked(
      [
        [300, 155],
        [345, 200],
      ],
      [
        [300, 150],
        [350, 200],
      ],
    );
    await editor.setField('Brush size in px', 40);
  });

  test('outside the image adds nothing, and says so', async () => {
    await editor.press('b');
    await editor.drag({ x: 40, y: 300 }, { x: 40, y: 400 });
    await expect(editor.page.getByText('Nothing was added: that shape lies beside the image.')).toBeVisible();
    await editor.press('e');
    await editor.click(at(300, 200));
    await expect(editor.page.getByText('Nothing was erased: that stroke touches no region.')).toBeVisible();
  });
});

test('a long lasso that crosses itself, undone and redone at once, is what it was drawn as', async () => {
  const scribble = Array.from({ length: 70 }, (_, step) =>
    at(300 + 200 * Math.cos(step * 0.7), 200 + 150 * Math.sin(step * 0.9)),
  );
  await editor.press('l');
  await editor.drawThrough(scribble);
  await editor.page.keyboard.press('Control+z');
  await editor.page.keyboard.press('Control+Shift+z');
  await expect(editor.regions).toHaveCount(1);
  await expectMasked([[300, 200]], [[50, 50]]);
  await undo();
  await areas().toEqual([]);
});

describe('Shift, Alt and Space while a box is dragged', () => {
  /** Drags with the keys pressed after the button, when they no longer choose what is done to the mask. */
  async function dragHolding(keys: readonly string[], from: Point, ...way: readonly Point[]) {
    const { page, onScreen } = editor;
    const start = await onScreen(from);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    for (const key of keys) await page.keyboard.down(key);
    for (const point of way) {
      const { x, y } = await onScreen(point);
      await page.mouse.move(x, y, { steps: 3 });
    }
    await page.mouse.up();
    for (const key of keys) await page.keyboard.up(key);
  }

  test.each(['r', 'o'])('with the tool of key %s draw it even, and from the centre', async (tool) => {
    await editor.press(tool);
    await dragHolding(['Shift'], at(100, 100), at(200, 140));
    await dragHolding(['Shift', 'Alt'], at(400, 200), at(450, 220));
    const boxes = async () => (await editor.areas()).map(boxOf);
    await soon(boxes).toEqual([
      { left: 100, top: 100, right: 200, bottom: 200 },
      { left: 350, top: 150, right: 450, bottom: 250 },
    ]);
  });

  test.each(['r', 'o'])('with the tool of key %s move it along', async (tool) => {
    const { page, onScreen } = editor;
    await editor.press(tool);
    const [start, middle, end] = await Promise.all([at(100, 100), at(200, 150), at(260, 180)].map(onScreen));
    if (!start || !middle || !end) throw new Error('no place');
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(middle.x, middle.y, { steps: 3 });
    await page.keyboard.down('Space');
    await page.mouse.move(end.x, end.y, { steps: 3 });
    await page.keyboard.up('Space');
    await page.mouse.up();
    const boxes = async () => (await editor.areas()).map(boxOf);
    await soon(boxes).toEqual([{ left: 160, top: 130, right: 260, bottom: 180 }]);
  });

  function boxOf(area: readonly number[]) {
    const xs = area.filter((_, index) => index % 2 === 0);
    const ys = area.filter((_, index) => index % 2 === 1);
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  }
});

describe('what a shape does to the mask', () => {
  const modes = [
    ['New', 'button', [], 2, { both: true, first: true, second: true }],
    ['Add', 'keys', ['Shift'], 1, { both: true, first: true, second: true }],
    ['Subtract', 'button', ['Alt'], 1, { both: false, first: true, second: false }],
    ['Intersect', 'keys', ['Shift', 'Alt'], 1, { both: true, first: false, second: false }],
  ] as const;

  async function expectOutcome(count: number, outcome: { both: boolean; first: boolean; second: boolean }) {
    const places = { both: [200, 200], first: [120, 120], second: [280, 280] } as const;
    const found = async () => {
      const mask = await pixels();
      const entries = Object.entries(places).map(([name, [x, y]]) => [
        name,
        mask[y * size.width + x] === 255,
      ]);
      return { count: await editor.regions.count(), ...Object.fromEntries(entries) };
    };
    await soon(found).toEqual({ count, ...outcome });
  }

  // Each by one of its two ways; modeAtPress.test.ts has all of them.
  test.each(modes)('is chosen: %s, by %s', async (mode, by, keys, count, outcome) => {
    await editor.press('r');
    await editor.drag(at(100, 100), at(250, 250));
    await expect(editor.regions).toHaveCount(1);
    await editor.press('o');
    if (by === 'button') await chooseMode(mode);
    await editor.drag(at(130, 130), at(330, 330), by === 'keys' ? keys : []);
    await expectOutcome(count, outcome);
    await chooseMode('New');
    await undo();
    await undo();
    await expect(editor.regions).toHaveCount(0);
  });
});
