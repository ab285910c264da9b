import { isDeepStrictEqual } from 'node:util';
import type { Browser } from 'playwright';
import { beforeAll, beforeEach, describe, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Rect } from '../../src/model/geometry/rect.ts';
import {
  closeContexts,
  type EditorPage,
  expect,
  type Modifier,
  openBrowser,
  samplePath,
  soon,
  visitEditor,
} from './editorPage.ts';

/** Of coffee.png, 600 × 400 px, in the middle of a canvas of 800 × 600 px. */
const start: Rect = { x: 100, y: 100, width: 600, height: 400 };
const canvas = { width: 800, height: 600 };

let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
  browser = await openBrowser();
  editor = await visitEditor(browser);
  await editor.openSample('coffee.png', canvas, start);
  // From here on there is nothing to undo, so that undoing all leads back here.
  await editor.page.reload();
  await expect(editor.json).not.toBeEmpty();
  await soon(modelParams).toMatchObject({ canvas, img_pos: start });
  await editor.press('0');
  await editor.press('1');
  viewAtStart = await shownView();
  return () => closeContexts(browser);
});

/** A point of the photograph, in canvas px. */
const inImage = (x: number, y: number): Point => ({ x: start.x + x, y: start.y + y });
const areas = () => soon(editor.areas);
const undo = () => editor.press('Control+z');
const modelParams = async () => (await editor.request()).model_params;

/** Where the stage says that it is looked at from. */
const shownView = () => editor.stage.evaluate(({ dataset }) => ({ ...dataset }));
let viewAtStart: Awaited<ReturnType<typeof shownView>>;

/** Undoes what another test has done, and looks at the whole at 100 %: quicker than to open the photograph again. */
async function startAgain() {
  await editor.press('Escape');
  while (await editor.button('Undo').isEnabled()) await undo();
  if (!isDeepStrictEqual(await shownView(), viewAtStart)) {
    await editor.press('0');
    await editor.press('1');
  }
  await soon(modelParams).toMatchObject({ canvas, img_pos: start, mask: { areas: [] } });
}

describe('Move image', () => {
  beforeEach(async () => {
    await startAgain();
    await editor.press('v');
  });

  /** The direction in which each handle pulls. */
  const handles = {
    nw: [-1, -1],
    n: [0, -1],
    ne: [1, -1],
    e: [1, 0],
    se: [1, 1],
    s: [0, 1],
    sw: [-1, 1],
    w: [-1, 0],
  } as const;
  type Handle = keyof typeof handles;
  const allHandles = Object.keys(handles) as Handle[];

  /** What each of the handles makes of the image when it is pulled outwards by 30 px across and 20 px down or up. */
  async function pulled(pulledHandles: readonly Handle[], modifiers: readonly Modifier[]) {
    const found: Partial<Record<Handle, Rect>> = {};
    for (const handle of pulledHandles) {
      const [dx, dy] = handles[handle];
      const at = { x: start.x + 300 + dx * 300, y: start.y + 200 + dy * 200 };
      await editor.drag(at, { x: at.x + dx * 30, y: at.y + dy * 20 }, ['Control', ...modifiers]);
      await soon(editor.placement).not.toEqual(start);
      found[handle] = await editor.placement();
      await undo();
      await soon(editor.placement).toEqual(start);
    }
    return found;
  }

  /** Of a box that has grown by these px at its edges. */
  function grown(left: number, top: number, right: number, bottom: number): Rect {
    return {
      x: start.x - left,
      y: start.y - top,
      width: start.width + left + right,
      height: start.height + top + bottom,
    };
  }

  test('eight handles scale, corners in proportion', async () => {
    expect(await pulled(allHandles, [])).toEqual({
      nw: grown(30, 20, 0, 0),
      n: grown(0, 20, 0, 0),
      ne: grown(0, 20, 30, 0),
      e: grown(0, 0, 30, 0),
      se: grown(0, 0, 30, 20),
      s: grown(0, 0, 0, 20),
      sw: grown(30, 0, 0, 20),
      w: grown(30, 0, 0, 0),
    });
  });

  test('Shift keeps the proportions at a side', async () => {
    expect(await pulled(['n', 'w'], ['Shift'])).toEqual({
      n: grown(15, 20, 15, 0),
      w: grown(30, 10, 0, 10),
    });
  });

  test('Shift scales freely at a corner', async () => {
    await editor.drag(inImage(600, 400), inImage(640, 410), ['Control', 'Shift']);
    await soon(editor.placement).toEqual(grown(0, 0, 40, 10));
  });

  test('Alt scales from the centre', async () => {
    expect(await pulled(['ne', 's'], ['Alt'])).toEqual({
      ne: grown(30, 20, 30, 20),
      s: grown(0, 20, 0, 20),
    });
  });

  test('dragged near an edge of the frame the image snaps to it, but not with Ctrl', async () => {
    await editor.drag(inImage(300, 200), inImage(205, 240));
    await soon(editor.placement).toMatchObject({ x: 0, y: 140 });
    await undo();
    await editor.drag(inImage(300, 200), inImage(205, 240), ['Control']);
    await soon(editor.placement).toMatchObject({ x: 5, y: 140 });
  });

  test('dragged near the middle of the frame it snaps to it', async () => {
    await editor.setField('Image x', 20);
    await editor.press('v');
    await editor.drag({ x: 300, y: 300 }, { x: 384, y: 350 });
    await soon(editor.placement).toMatchObject({ x: 100, y: 150 });
  });

  test('a handle snaps to the frame too', async () => {
    await editor.drag(inImage(600, 200), inImage(697, 200));
    await soon(editor.placement).toEqual(grown(0, 0, 100, 0));
  });

  test('arrow keys nudge by 1 px, with Shift by 10', async () => {
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft']) {
      await editor.press(key);
    }
    await soon(editor.placement).toMatchObject({ x: 92, y: 109 });
  });

  test('Escape takes a drag back', async () => {
    const [from, to] = [await editor.onScreen(inImage(300, 200)), await editor.onScreen(inImage(350, 260))];
    await editor.page.mouse.move(from.x, from.y);
    await editor.page.mouse.down();
    await editor.page.mouse.move(to.x, to.y, { steps: 3 });
    await editor.page.keyboard.press('Escape');
    await editor.page.mouse.up();
    expect(await editor.placement()).toEqual(start);
    await editor.press('ArrowRight');
    await soon(editor.placement).toEqual({ ...start, x: 101 });
  });

  test('the right and bottom edges of the frame resize it', async () => {
    await editor.drag({ x: 800, y: 300 }, { x: 850, y: 300 }, ['Control']);
    await editor.drag({ x: 400, y: 600 }, { x: 400, y: 570 }, ['Control']);
    await soon(modelParams).toMatchObject({
      canvas: { width: 850, height: 570 },
      img_pos: start,
    });
  });

  test('the left and top edges do too, and the image stays where it is seen', async () => {
    const corner = await editor.onScreen(inImage(0, 0));
    await editor.drag({ x: 0, y: 300 }, { x: -60, y: 300 }, ['Control']);
    await expect(editor.field('Canvas width')).toHaveValue('860');
    expect(await editor.onScreen({ x: 160, y: 100 })).toEqual(corner);
    await editor.drag({ x: 400, y: 0 }, { x: 400, y: 25 }, ['Control']);
    await soon(modelParams).toMatchObject({
      canvas: { width: 860, height: 575 },
      img_pos: { ...start, x: 160, y: 75 },
    });
    expect(await editor.onScreen({ x: 160, y: 75 })).toEqual(corner);
  });

  test('with Alt the opposite edge of the frame moves as far', async () => {
    await editor.drag({ x: 800, y: 300 }, { x: 840, y: 300 }, ['Control', 'Alt']);
    await soon(modelParams).toMatchObject({
      canvas: { width: 880, height: 600 },
      img_pos: { ...start, x: 140 },
    });
  });
});

describe('Polygon', () => {
  beforeEach(async () => {
    await startAgain();
    // A click where the test before ended a moment ago would be the second of a double click.
    await editor.press('h');
    await editor.click(inImage(200, 20));
    await editor.press('p');
  });

  test('closes on its first point', async () => {
    for (const at of [inImage(50, 50), inImage(150, 60), inImage(100, 140), inImage(50, 50)]) {
      await editor.click(at);
    }
    await areas().toEqual([[50, 50, 100, 140, 150, 60]]);
  });

  test('closes on Enter', async () => {
    for (const at of [inImage(150, 60), inImage(100, 140), inImage(50, 50)]) await editor.click(at);
    await editor.press('Enter');
    await areas().toEqual([[50, 50, 100, 140, 150, 60]]);
  });

  test('closes on a double-click, whose first click is its last point', async () => {
    for (const at of [inImage(50, 50), inImage(150, 60)]) await editor.click(at);
    await editor.doubleClick(inImage(100, 140));
    await areas().toEqual([[50, 50, 100, 140, 150, 60]]);
  });

  test('Backspace takes points back, one at a time', async () => {
    for (const at of [inImage(50, 50), inImage(300, 300), inImage(310, 310)]) await editor.click(at);
    await editor.press('Backspace');
    await editor.press('Backspace');
    for (const at of [inImage(150, 60), inImage(100, 140)]) await editor.click(at);
    await editor.press('Enter');
    await areas().toEqual([[50, 50, 100, 140, 150, 60]]);
  });

  test('Escape cancels it, and the next begins anew', async () => {
    for (const at of [inImage(10, 10), inImage(300, 300), inImage(20, 310)]) await editor.click(at);
    await editor.press('Escape');
    await expect(editor.regions).toHaveCount(0);
    for (const at of [inImage(50, 50), inImage(150, 60), inImage(100, 140)]) await editor.click(at);
    await editor.press('Enter');
    await areas().toEqual([[50, 50, 100, 140, 150, 60]]);
  });

  test('Shift keeps to 45°', async () => {
    await editor.click(inImage(50, 50));
    await editor.click(inImage(150, 56), ['Shift']);
    await editor.click(inImage(153, 160), ['Shift']);
    await editor.press('Enter');
    await areas().toEqual([[50, 50, 150, 160, 150, 50]]);
  });

  test('a drag places a point at both of its ends', async () => {
    await editor.drag(inImage(50, 50), inImage(150, 60));
    await editor.drag(inImage(140, 130), inImage(100, 140));
    await editor.press('Enter');
    await areas().toEqual([[50, 50, 100, 140, 140, 130, 150, 60]]);
  });

  test('lives on while the view is zoomed and panned in every way', async () => {
    const { page, stage } = editor;
    await editor.click(inImage(50, 50));
    const at = await editor.onScreen(inImage(100, 100));
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -200);
    await expect(stage).not.toHaveAttribute('data-zoom', '1');
    // Binary fractions of a pixel aside.
    const after = await editor.onScreen(inImage(100, 100));
    expect(after).toEqual({ x: expect.closeTo(at.x, 9), y: expect.closeTo(at.y, 9) });
    await editor.click(inImage(150, 60));

    await page.keyboard.down('Space');
    await editor.dragOnScreen({ x: 500, y: 500 }, { x: 460, y: 520 });
    await page.keyboard.up('Space');
    await editor.click(inImage(160, 110));

    await editor.dragOnScreen({ x: 500, y: 500 }, { x: 520, y: 470 }, { button: 'middle' });
    await editor.press('+');
    await editor.click(inImage(100, 140));

    await editor.press('-');
    await editor.press('0');
    await editor.press('1');
    await editor.click(inImage(60, 110));
    await editor.click(inImage(50, 50));
    await areas().toEqual([[50, 50, 60, 110, 100, 140, 160, 110, 150, 60]]);
  });
});

describe('Select', () => {
  beforeEach(async () => {
    await startAgain();
    await editor.drawRectangle(inImage(50, 50), inImage(150, 150));
    await areas().toEqual([[50, 50, 50, 150, 150, 150, 150, 50]]);
    await editor.press('a');
  });

  test('moves a vertex', async () => {
    await editor.drag(inImage(150, 150), inImage(170, 180));
    await areas().toEqual([[50, 50, 50, 150, 170, 180, 150, 50]]);
  });

  test('inserts a vertex by dragging an edge', async () => {
    await editor.drag(inImage(50, 100), inImage(20, 110));
    await areas().toEqual([[50, 50, 20, 110, 50, 150, 150, 150, 150, 50]]);
  });

  test('deletes a vertex with Alt or with Delete', async () => {
    await editor.drag(inImage(50, 100), inImage(20, 110));
    await areas().toHaveLength(1);
    await editor.click(inImage(150, 50), ['Alt']);
    await areas().toEqual([[50, 50, 20, 110, 50, 150, 150, 150]]);
    await editor.click(inImage(20, 110));
    await editor.press('Delete');
    await areas().toEqual([[50, 50, 50, 150, 150, 150]]);
  });

  test('moves a region, and nudges it', async () => {
    await editor.drag(inImage(100, 100), inImage(110, 120));
    await editor.press('Shift+ArrowRight');
    await editor.press('ArrowUp');
    await areas().toEqual([[70, 69, 70, 169, 170, 169, 170, 69]]);
  });

  test('deletes a region with the keyboard, or from the list', async () => {
    await editor.press('Delete');
    await expect(editor.regions).toHaveCount(0);
    await undo();
    await expect(editor.regions).toHaveCount(1);
    await editor.button('Delete Region 1').click();
    await expect(editor.regions).toHaveCount(0);
    await areas().toEqual([]);
  });
});

describe('fingers on a touch screen', () => {
  let touch: Awaited<ReturnType<typeof touchScreen>>;

  beforeAll(async () => {
    const mouseEditor = editor;
    editor = await visitEditor(browser, { hasTouch: true });
    await editor.openSample('coffee.png', canvas, start);
    touch = await touchScreen(editor);
    return async () => {
      await editor.page.context().close();
      editor = mouseEditor;
    };
  });

  test('pinch to zoom around their middle, and place no point of a polygon', async () => {
    await editor.press('p');
    for (const at of [inImage(50, 50), inImage(250, 60)]) await touch.tap(await editor.onScreen(at));
    const middle = await editor.onScreen(inImage(200, 200));
    await touch.pinch(middle, 60, 90);
    await soon(() => editor.stage.getAttribute('data-zoom').then(Number)).toBeCloseTo(1.5, 1);
    const after = await editor.onScreen(inImage(200, 200));
    expect(Math.hypot(after.x - middle.x, after.y - middle.y)).toBeLessThan(3);
    await touch.tap(await editor.onScreen(inImage(100, 240)));
    await editor.press('Enter');
    await areas().toEqual([[50, 50, 100, 240, 250, 60]]);
  });

  test('drag the image; taken away by the system they leave it where it was last seen', async () => {
    await editor.press('0');
    await editor.press('1');
    await editor.press('v');
    const before = await editor.placement();
    const from = await editor.onScreen(inImage(300, 300));
    await touch.startDrag(from, { x: from.x + 41, y: from.y + 23 });
    await touch.takeAway();
    await soon(editor.placement).toEqual({ ...before, x: before.x + 41, y: before.y + 23 });
  });
});

/** Real touches, in CSS px of the window. */
async function touchScreen({ page }: EditorPage) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', touches: Point[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: touches.map((touch, id) => ({ ...touch, id })),
    });
  const fingersAround = ({ x, y }: Point, reach: number) => [
    { x: x - reach, y },
    { x: x + reach, y },
  ];
  return {
    async tap(at: Point) {
      await send('touchStart', [at]);
      await send('touchEnd', []);
    },
    async pinch(middle: Point, fromReach: number, toReach: number) {
      await send('touchStart', fingersAround(middle, fromReach));
      for (let step = 1; step <= 5; step += 1) {
        await send('touchMove', fingersAround(middle, fromReach + ((toReach - fromReach) * step) / 5));
      }
      await send('touchEnd', []);
    },
    async startDrag(from: Point, to: Point) {
      await send('touchStart', [from]);
      await send('touchMove', [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
      await send('touchMove', [to]);
    },
    takeAway: () => send('touchCancel', []),
  };
}

describe('undo and redo', () => {
  beforeAll(async () => {
    const other = editor;
    editor = await visitEditor(browser);
    return async () => {
      await editor.page.context().close();
      editor = other;
    };
  });

  test('lead back to the start and forth again, through exactly the same requests', async () => {
    await editor.openSample('coffee.png', { width: 600, height: 400 }, { x: 0, y: 0 });
    await expect(editor.button('Undo')).toBeDisabled();
    const text = () => editor.json.textContent();
    // One by each way in which a person changes something; undoToTheStart.test.ts has them all.
    const steps: readonly (() => Promise<void>)[] = [
      () => editor.setField('Canvas width', 800),
      () => editor.button('Centre').click(),
      () => editor.press('v').then(() => editor.drag(inImage(300, 100), inImage(331, 117), ['Control'])),
      () => editor.press('Shift+ArrowLeft'),
      () => editor.drag({ x: 0, y: 300 }, { x: -50, y: 300 }, ['Control']),
      () => editor.drawRectangle({ x: 250, y: 200 }, { x: 350, y: 320 }),
      () => editor.button('Hide Region 1').click(),
      () => editor.openFile(samplePath('chelsea.png')),
    ];
    const history = [await text()];
    for (const step of steps) {
      await step();
      await soon(text).not.toBe(history.at(-1));
      history.push(await text());
    }
    for (const earlier of history.slice(0, -1).toReversed()) {
      await undo();
      await soon(text).toBe(earlier);
    }
    await expect(editor.button('Undo')).toBeDisabled();
    for (const later of history.slice(1)) {
      await editor.press('Control+Shift+z');
      await soon(text).toBe(later);
    }
    await expect(editor.button('Redo')).toBeDisabled();
  });
});
